package vn.eid.tax;

/** What the registry says of one row of a batch. */
sealed interface RowAnswer {

  /** It decided. */
  record Decided(LinkResult result) implements RowAnswer {}

  /** It could not take the row. */
  record Refused(String field, String code) implements RowAnswer {}
}
