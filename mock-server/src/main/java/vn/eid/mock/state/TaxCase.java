package vn.eid.mock.state;

import java.time.Instant;
import java.util.Optional;

/**
 * A link that a clerk looks into.
 *
 * @param clientId the client that asked for the link: nobody else sees the case
 * @param citizenId the number that is to become a tax code
 * @param decided empty as long as the case is open
 */
public record TaxCase(
    String number, String clientId, String citizenId, Instant openedAt, Optional<Decided> decided) {

  /** What the clerk found, and when. */
  public record Decided(Instant at, TaxOutcome outcome) {}

  TaxCase decided(Instant at, TaxOutcome outcome) {
    return new TaxCase(
        number, clientId, citizenId, openedAt, Optional.of(new Decided(at, outcome)));
  }

  /** Masked: logs must not hold a citizen's number. */
  @Override
  public String toString() {
    return "TaxCase[" + number + (decided.isEmpty() ? ", open]" : ", decided]");
  }
}
