package vn.eid.population;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.eid.AdministrativeUnit;
import vn.eid.InvalidRequestException;
import vn.eid.internal.json.Fields;

/** Statements as they are written in requests and receipts. */
final class StatementForm {
  private static final String LIST = "2025-07-01";

  private StatementForm() {}

  static List<Map<String, Object>> wire(List<Statement> statements) {
    return statements.stream().map(StatementForm::wire).toList();
  }

  static List<Statement> read(List<Fields> statements) {
    return statements.stream().map(StatementForm::read).toList();
  }

  private static Map<String, Object> wire(Statement statement) {
    if (statement instanceof Statement.AgeAtLeast age) {
      return Map.of("type", "age_at_least", "years", age.years());
    }
    if (statement instanceof Statement.ResidesIn in) {
      return Map.of("type", "resides_in", "province", in.province().code(), "list", LIST);
    }
    if (statement instanceof Statement.Alive) {
      return Map.of("type", "alive");
    }
    return Map.of("type", "heads_household");
  }

  private static Statement read(Fields statement) {
    return switch (statement.requiredText("type")) {
      case "age_at_least" -> age(statement);
      case "alive" -> new Statement.Alive();
      case "resides_in" -> residence(statement);
      case "heads_household" -> new Statement.HeadsHousehold();
      default -> new Statement.Other();
    };
  }

  /** An age that nobody can ask about is a statement that this version does not know. */
  private static Statement age(Fields statement) {
    long years = statement.requiredInteger("years");
    return years >= 0 && years <= PersonCheck.OLDEST
        ? new Statement.AgeAtLeast((int) years)
        : new Statement.Other();
  }

  /** A province of a list that this version does not know is a statement that it does not know. */
  private static Statement residence(Fields statement) {
    try {
      return statement.text("list").equals(Optional.of(LIST))
          ? new Statement.ResidesIn(AdministrativeUnit.province(statement.requiredText("province")))
          : new Statement.Other();
    } catch (InvalidRequestException e) {
      return new Statement.Other();
    }
  }
}
