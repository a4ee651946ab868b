package vn.eid.mock.state;

import java.util.List;

/**
 * How one row of a batch can end. What the row memory keeps of a result is the number of its
 * outcome here; the rest is in the registry and in the row.
 */
public enum RowOutcome {
  LINKED("linked"),
  ALREADY_LINKED("already_linked"),
  NOT_FOUND("not_found"),
  UNDER_REVIEW("under_review"),

  NAME_DIFFERS("mismatch", "full_name"),
  DATE_DIFFERS("mismatch", "birth_date"),
  CODES_DIFFER("mismatch", "old_tax_codes"),
  NAME_AND_DATE_DIFFER("mismatch", "full_name", "birth_date"),
  NAME_AND_CODES_DIFFER("mismatch", "full_name", "old_tax_codes"),
  DATE_AND_CODES_DIFFER("mismatch", "birth_date", "old_tax_codes"),
  ALL_DIFFERS("mismatch", "full_name", "birth_date", "old_tax_codes"),

  NOT_SYNTHETIC("invalid", "citizen_id"),
  BAD_NUMBER("invalid", "citizen_id"),
  BAD_NAME("invalid", "full_name"),
  BAD_DATE("invalid", "birth_date"),
  BAD_CODES("invalid", "old_tax_codes"),
  /** The row key stands for another row already. */
  KEY_REUSED("invalid", "row_key");

  private static final List<RowOutcome> ALL = List.of(values());

  private final String result;
  private final String fields;

  RowOutcome(String result, String... fields) {
    this.result = result;
    this.fields = String.join(",", fields);
  }

  /** The outcome of a number that {@link #number} gave. */
  static RowOutcome of(int number) {
    return ALL.get(number);
  }

  /** What stands for it in memory; never stored for longer. */
  int number() {
    return ALL.indexOf(this);
  }

  /** The outcome of what the registry said. */
  static RowOutcome of(TaxOutcome outcome) {
    if (outcome instanceof TaxOutcome.Linked) {
      return LINKED;
    }
    if (outcome instanceof TaxOutcome.AlreadyLinked) {
      return ALREADY_LINKED;
    }
    if (outcome instanceof TaxOutcome.Mismatch mismatch) {
      return ALL.stream()
          .filter(one -> one.result.equals("mismatch") && one.fields().equals(mismatch.fields()))
          .findFirst()
          .orElseThrow();
    }
    return outcome instanceof TaxOutcome.UnderReview ? UNDER_REVIEW : NOT_FOUND;
  }

  /** The word on the wire: {@code linked}, {@code mismatch}, {@code invalid}, ... */
  public String result() {
    return result;
  }

  /** The members of the row that it is about. */
  public List<String> fields() {
    return fields.isEmpty() ? List.of() : List.of(fields.split(",", -1));
  }

  /** Whether number and tax code are one. */
  public boolean isLinked() {
    return this == LINKED || this == ALREADY_LINKED;
  }

  /** Why a row is invalid. */
  public String code() {
    return switch (this) {
      case NOT_SYNTHETIC -> "not_synthetic";
      case KEY_REUSED -> "row_key_reused";
      default -> "invalid_request";
    };
  }
}
