package vn.eid.tax;

import java.util.List;

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
}
