package vn.eid.tax;

import java.util.Locale;

/** What became of one row of a bulk link. */
public enum RowOutcome {
  /** The link was made for this row. */
  LINKED,
  /** The link stood before. */
  ALREADY_LINKED,
  /** The registry knows the person with other data. */
  MISMATCH,
  /** The registry knows no such person. */
  NOT_FOUND,
  /** An officer must decide. */
  UNDER_REVIEW,
  /** The row cannot be right as it stands: the results name its column and the rule. */
  INVALID_ROW,
  /** The registry left the row out of its answer again and again: give it once more, later. */
  UNANSWERED,
  /** A result that this version of the SDK does not know. Nothing may be concluded from it. */
  OTHER;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** How results name it. */
  String word() {
    return word;
  }
}
