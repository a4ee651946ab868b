package vn.eid.mock.notice;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.eid.mock.fault.EventFaults;
import vn.eid.mock.fault.Scene;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Secrets;
import vn.eid.mock.state.TaxCase;

/**
 * Tells clients what the registry did: security event tokens (RFC 8417), pushed (RFC 8935). They
 * hold no personal data; the client asks for what has come out. ASSUMED: the events' names.
 */
public final class SecurityEvents {
  private static final String EVENT = "urn:vn-eid:event:";
  private static final String CASE_DECIDED = "tax-case-decided";

  private final MockState state;
  private final Deliveries deliveries;
  private final EventFaults signer;

  public SecurityEvents(MockState state, Deliveries deliveries) {
    this.state = state;
    this.deliveries = deliveries;
    this.signer = new EventFaults(state.faults(), state.keys());
  }

  /** The signed event that a clerk has decided a case of this client, each time a new one. */
  public String aboutCase(String clientId, String caseNumber) {
    return signer.sign(
        claims(clientId, EVENT + CASE_DECIDED, caseFacts(caseNumber), state.clock().instant()));
  }

  private static Map<String, Object> caseFacts(String caseNumber) {
    return Map.of("case_number", caseNumber);
  }

  /** A clerk has decided a case of this client. */
  public void taxCaseDecided(TaxCase decided) {
    Scene scene =
        Scene.ofNotice(decided.clientId(), Optional.of(decided.citizenId()), decided.number());
    tell(scene, decided.clientId(), CASE_DECIDED, caseFacts(decided.number()), Duration.ZERO);
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
    // A batch is about many, so it is nobody's alone.
    Scene scene = Scene.ofNotice(clientId, Optional.empty(), batchId);
    tell(scene, clientId, "tax-batch-finished", facts, after);
  }

  private void tell(
      Scene scene, String clientId, String event, Map<String, Object> facts, Duration after) {
    Instant at = state.clock().instant().plus(after);
    Map<String, Object> claims = claims(clientId, EVENT + event, facts, at);
    state
        .addresses()
        .events(clientId)
        .ifPresent(uri -> state.faults().in(scene, () -> post(uri, signer.sign(claims), after)));
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

  private int post(URI uri, String token, Duration after) {
    Duration delay = after.plus(signer.heldUp());
    int times = signer.isSentTwice() ? 2 : 1;
    for (int i = 0; i < times; i++) {
      // STANDARD: RFC 8935, section 2.
      HttpRequest.Builder request =
          HttpRequest.newBuilder(uri)
              .header("Content-Type", "application/secevent+jwt")
              .header("Accept", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(token));
      deliveries.send("an event", request, delay);
    }
    return times;
  }
}
