package vn.eid.tax;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.eid.TaxCode;

/** The texts of results, for {@link ResultLines#COLUMNS}. For one thread. */
final class ResultCells {
  /** The links of a chunk are made within seconds, so that few times are written often. */
  private final Map<Instant, String> times = new HashMap<>();

  private final ZoneOffset zone;

  /** Cells in which a time is that of a zone. */
  ResultCells(ZoneOffset zone) {
    this.zone = zone;
  }

  /** Each of the columns; empty where it does not apply. */
  List<String> of(InputRow row, RowResult result) {
    TaxLink link = result.link();
    return List.of(
        String.valueOf(row.number()),
        row.reference(),
        result.outcome().word(),
        link == null ? "" : link.taxCode().value(),
        link == null ? "" : codes(link.merged()),
        link == null ? "" : link.status().code(),
        link == null ? "" : link.status().reasonCode().orElse(""),
        link == null ? "" : times.computeIfAbsent(link.linkedAt(), this::written),
        result.mismatchedFields(),
        result.caseNumber(),
        result.column(),
        result.problem());
  }

  private String written(Instant time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atOffset(zone));
  }

  private static String codes(List<TaxCode> codes) {
    return codes.isEmpty()
        ? ""
        : codes.stream().map(TaxCode::value).collect(Collectors.joining(";"));
  }
}
