package vn.eid.mock.state;

import java.util.List;
import java.util.Optional;

/**
 * The members {@code immunizations} and {@code health} of one citizen of a file. The first is the
 * short form of a number of immunizations in {@code health.atLeast}.
 */
final class HealthRow {
  private HealthRow() {}

  static HealthRecord read(Members row) {
    HealthRecord health =
        row.optionalObject("health").map(HealthRow::health).orElse(HealthRecord.USUAL);
    Optional<Long> doses = row.optionalNumber("immunizations", 0, HealthRecord.MOST);
    return doses
        .map(count -> health.holding(DataSet.IMMUNIZATIONS, count.intValue()))
        .orElse(health);
  }

  private static HealthRecord health(Members row) {
    row.only("atLeast", "withheld", "redacted");
    HealthRecord health = HealthRecord.USUAL;
    for (Members one : row.optionalObjects("atLeast").orElse(List.of())) {
      one.only("dataSet", "count");
      health = health.holding(dataSet(one), count(one));
    }
    for (Members one : row.optionalObjects("withheld").orElse(List.of())) {
      health = health.withholding(withholding(one.only("dataSet", "reason", "count")));
    }
    for (Members one : row.optionalObjects("redacted").orElse(List.of())) {
      one.only("dataSet", "count");
      health = health.redacting(dataSet(one), count(one));
    }
    return health;
  }

  private static Withholding withholding(Members row) {
    WithheldReason reason =
        WithheldReason.of(row.text("reason"))
            .orElseThrow(() -> row.refuse("reason", "is none of " + reasons()));
    int count = count(row);
    try {
      return new Withholding(dataSet(row), reason, count);
    } catch (IllegalArgumentException e) {
      throw row.refuse("count", "is 0, which only source_unreachable can be");
    }
  }

  private static List<String> reasons() {
    return List.of(WithheldReason.values()).stream().map(WithheldReason::code).toList();
  }

  private static int count(Members row) {
    return (int) row.number("count", 0, HealthRecord.MOST);
  }

  private static DataSet dataSet(Members row) {
    return DataSet.of(row.text("dataSet"))
        .filter(DataSet::comesInPages)
        .orElseThrow(() -> row.refuse("dataSet", "is no data set that comes in pages"));
  }
}
