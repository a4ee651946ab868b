package vn.eid.tax;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.eid.TaxCode;

/** The results of some rows, as they are written into the file. */
interface ResultLines {
  /** The columns, or members, in their order. */
  List<String> COLUMNS =
      List.of(
          "row",
          "reference",
          "result",
          "tax_code",
          "merged_tax_codes",
          "status",
          "status_reason",
          "linked_at",
          "mismatched_fields",
          "case_number",
          "column",
          "problem");

  void add(InputRow row, RowResult result);

  /** All that was added. */
  byte[] bytes();

  /** Each of {@link #COLUMNS}; empty where it does not apply. */
  static List<String> cells(InputRow row, RowResult result) {
    TaxLink link = result.link();
    return List.of(
        String.valueOf(row.number()),
        row.reference(),
        result.outcome().name().toLowerCase(Locale.ROOT),
        link == null ? "" : link.taxCode().value(),
        link == null ? "" : codes(link.merged()),
        link == null ? "" : link.status().code(),
        link == null ? "" : link.status().reasonCode().orElse(""),
        link == null ? "" : link.linkedAt().toString(),
        result.mismatchedFields(),
        result.caseNumber(),
        result.column(),
        result.problem());
  }

  private static String codes(List<TaxCode> codes) {
    return codes.isEmpty()
        ? ""
        : codes.stream().map(TaxCode::value).collect(Collectors.joining(";"));
  }
}
