package vn.eid.records;

import java.util.Set;
import vn.eid.ConsentEndedException;
import vn.eid.EidException;
import vn.eid.consent.Consent;
import vn.eid.consent.EndCause;
import vn.eid.internal.Connection;
import vn.eid.internal.KnownConsents;
import vn.eid.internal.Operation;
import vn.eid.internal.http.Problems;
import vn.eid.internal.http.WireResponse;

/**
 * What the provider's refusal of a pull means (codes ASSUMED). Where it says that a consent ended,
 * the whole process stops reading before that is thrown. What was read before stays: nobody signed
 * for the end.
 */
final class ConsentRefusals {
  private static final String ABOUT_CONSENT = "consent_";
  private static final Set<String> OTHERS = Set.of("data_set_not_consented", "pull_unknown");

  /** Ends of the whole consent: one that is used up for a data set may stand for another. */
  private static final Set<EndCause> ENDS =
      Set.of(
          EndCause.DENIED, EndCause.REVOKED_BY_CITIZEN, EndCause.REVOKED_BY_US, EndCause.EXPIRED);

  private final Operation operation;
  private final Connection connection;
  private final Consent.Active consent;

  ConsentRefusals(Operation operation, Connection connection, Consent.Active consent) {
    this.operation = operation;
    this.connection = connection;
    this.consent = consent;
  }

  static boolean isAboutConsent(WireResponse response) {
    return Problems.code(response)
        .filter(code -> code.startsWith(ABOUT_CONSENT) || OTHERS.contains(code))
        .isPresent();
  }

  EidException of(WireResponse response) {
    String code = Problems.code(response).orElse("");
    if (code.startsWith(ABOUT_CONSENT)) {
      return ended(code.substring(ABOUT_CONSENT.length()));
    }
    return switch (code) {
      case "data_set_not_consented" ->
          operation.invalid("dataSet", "The citizen did not agree to share this data set.");
      case "period_not_consented" ->
          operation.invalid("period", "The citizen agreed to another period.");
      case "pull_unknown" ->
          operation.invalid("position", "The provider knows this pull no more: begin a new one.");
      default -> Problems.of(operation, response);
    };
  }

  private ConsentEndedException ended(String word) {
    EndCause cause = EndCause.of(word);
    if (ENDS.contains(cause)) {
      connection
          .knownConsents()
          .stop(consent.id().value(), new KnownConsents.End(word, connection.clock().instant()));
    }
    return new ConsentEndedException(
        consent.id(),
        cause,
        operation.in("The consent does not stand (" + cause + "). Only the citizen can renew it."),
        operation.traceId());
  }
}
