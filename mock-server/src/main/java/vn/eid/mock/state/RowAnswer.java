package vn.eid.mock.state;

import java.util.Optional;

/**
 * The result of one row.
 *
 * @param link there where number and tax code are one
 * @param caseNumber there where a clerk has to look into it
 */
public record RowAnswer(
    String rowKey, RowOutcome outcome, Optional<TaxLink> link, Optional<String> caseNumber) {

  static RowAnswer of(TaxRow row, RowOutcome outcome) {
    return new RowAnswer(row.rowKey(), outcome, Optional.empty(), Optional.empty());
  }

  /** The result that the registry gave just now. */
  static RowAnswer of(TaxRow row, TaxOutcome said) {
    RowOutcome outcome = RowOutcome.of(said);
    if (said instanceof TaxOutcome.Linked linked) {
      return of(row, outcome, linked.link());
    }
    if (said instanceof TaxOutcome.AlreadyLinked linked) {
      return of(row, outcome, linked.link());
    }
    return said instanceof TaxOutcome.UnderReview review
        ? new RowAnswer(row.rowKey(), outcome, Optional.empty(), Optional.of(review.caseNumber()))
        : of(row, outcome);
  }

  private static RowAnswer of(TaxRow row, RowOutcome outcome, TaxLink link) {
    return new RowAnswer(row.rowKey(), outcome, Optional.of(link), Optional.empty());
  }

  /** Masked: logs must not hold a citizen's data. */
  @Override
  public String toString() {
    return "RowAnswer[" + outcome + "]";
  }
}
