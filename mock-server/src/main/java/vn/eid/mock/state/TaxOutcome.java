package vn.eid.mock.state;

import java.time.Instant;
import java.util.List;

/** What the tax registry says to a link. */
public sealed interface TaxOutcome {

  record Linked(TaxLink link) implements TaxOutcome {}

  record AlreadyLinked(TaxLink link) implements TaxOutcome {}

  /** The registry has other data in these members of the request. */
  record Mismatch(List<String> fields) implements TaxOutcome {}

  record NotFound() implements TaxOutcome {}

  /** A clerk has to look into it. */
  record UnderReview(String caseNumber, Instant openedAt) implements TaxOutcome {}
}
