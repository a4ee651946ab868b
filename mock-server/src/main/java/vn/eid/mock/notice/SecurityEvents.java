package vn.eid.mock.notice;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.mock.fault.EventFaults;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Secrets;

/**
 * Tells clients what the registry did: security event tokens (RFC 8417), pushed (RFC 8935). They
 * hold no personal data; the client asks for what has come out. ASSUMED: the events' names.
 */
public final class SecurityEvents {
  private static final String EVENT = "urn:vn-eid:event:";

  private final MockState state;
  private final Deliveries deliveries;
  private final EventFaults signer;

  public SecurityEvents(MockState state, Deliveries deliveries) {
    this.state = state;
    this.deliveries = deliveries;
    this.signer = new EventFaults(state.faults(), state.keys());
  }

  /** A clerk has decided a case of this client. */
  public void taxCaseDecided(String clientId, String caseNumber) {
    tell(clientId, "tax-case-decided", Map.of("case_number", caseNumber), Duration.ZERO);
  }

  /**
   * The results of a batch of this client can be fetched.
   *
   * @param after how long the batch still takes
   */
  public void taxBatchFinished(String clientId, String batchId, long rows, Duration after) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("batch_id", batchId);
    facts.put("rows", rows);
    tell(clientId, "tax-batch-finished", facts, after);
  }

  private void tell(String clientId, String event, Map<String, Object> facts, Duration after) {
    state
        .addresses()
        .events(clientId)
        .ifPresent(
            uri -> {
              Instant at = state.clock().instant().plus(after);
              post(uri, signer.sign(claims(clientId, EVENT + event, facts, at)), after);
            });
  }

  // STANDARD: RFC 8417, section 2.2: no exp, because what has happened does not expire.
  private Map<String, Object> claims(
      String clientId, String event, Map<String, Object> facts, Instant at) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", state.issuer() + "/registry");
    claims.put("aud", clientId);
    claims.put("iat", at.getEpochSecond());
    claims.put("jti", Secrets.random());
    claims.put("events", Map.of(event, facts));
    return claims;
  }

  private void post(URI uri, String token, Duration after) {
    int times = signer.isSentTwice() ? 2 : 1;
    for (int i = 0; i < times; i++) {
      // STANDARD: RFC 8935, section 2.
      HttpRequest.Builder request =
          HttpRequest.newBuilder(uri)
              .header("Content-Type", "application/secevent+jwt")
              .header("Accept", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(token));
      deliveries.send("an event", request, after);
    }
  }
}
