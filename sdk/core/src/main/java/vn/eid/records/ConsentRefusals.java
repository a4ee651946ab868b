package vn.eid.records;

import java.util.Map;
import vn.eid.ConsentEndedException;
import vn.eid.EidException;
import vn.eid.consent.Consent;
import vn.eid.consent.EndCause;
import vn.eid.internal.Operation;
import vn.eid.internal.http.Problems;
import vn.eid.internal.http.WireResponse;

/** What the provider's refusal of a pull means (codes ASSUMED). */
final class ConsentRefusals {
  private static final Map<String, EndCause> ENDED =
      Map.of(
          "consent_denied", EndCause.DENIED,
          "consent_revoked_by_citizen", EndCause.REVOKED_BY_CITIZEN,
          "consent_revoked_by_recipient", EndCause.REVOKED_BY_US,
          "consent_expired", EndCause.EXPIRED,
          "consent_used_up", EndCause.USED_UP);

  private ConsentRefusals() {}

  static boolean isAboutConsent(WireResponse response) {
    return Problems.code(response).filter(ConsentRefusals::isKnown).isPresent();
  }

  static EidException of(Operation operation, Consent.Active consent, WireResponse response) {
    String code = Problems.code(response).orElse("");
    if (code.startsWith("consent_")) {
      EndCause cause = ENDED.getOrDefault(code, EndCause.OTHER);
      return new ConsentEndedException(
          consent.id(),
          cause,
          operation.in(
              "The consent does not stand (" + cause + "). Only the citizen can renew it."),
          operation.traceId());
    }
    return switch (code) {
      case "data_set_not_consented" ->
          operation.invalid("dataSet", "The citizen did not agree to share this data set.");
      case "period_not_consented" ->
          operation.invalid("period", "The citizen agreed to another period.");
      default -> Problems.of(operation, response);
    };
  }

  private static boolean isKnown(String code) {
    return code.startsWith("consent_") || code.equals("data_set_not_consented");
  }
}
