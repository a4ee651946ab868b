package vn.eid.mock.notice;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.eid.mock.EventKind;
import vn.eid.mock.fault.EventFaults;
import vn.eid.mock.state.Consent;
import vn.eid.mock.state.ConsentState;
import vn.eid.mock.state.DemoClient;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.QueuedEvent;
import vn.eid.mock.state.Secrets;
import vn.eid.mock.state.Session;
import vn.eid.mock.state.TaxCase;

/**
 * Tells clients what the registry did: security event tokens (RFC 8417), pushed (RFC 8935), or kept
 * until they are fetched (RFC 8936). They hold no personal data; the client asks for what has come
 * out.
 */
public final class SecurityEvents {
  private final MockState state;
  private final Deliveries deliveries;
  private final EventFaults signer;
  private final EventSubjects subjects;

  public SecurityEvents(MockState state, Deliveries deliveries) {
    this.state = state;
    this.deliveries = deliveries;
    this.signer = new EventFaults(state.faults(), state.keys());
    this.subjects = new EventSubjects(state);
  }

  /** A signed event, each time a new one; nobody is told. */
  public String signed(EventKind kind, String clientId, String about) {
    EventFacts facts = facts(kind, clientId, about);
    return state.faults().in(facts.scene(), () -> signer.sign(claims(facts)));
  }

  /** A citizen has decided about a consent, or its recipient has given it up. */
  public void consentChanged(Consent consent) {
    ConsentState now = state.consents().state(consent);
    if (now instanceof ConsentState.Active active) {
      boolean all = active.grant().terms().equals(consent.terms());
      EventKind kind = all ? EventKind.CONSENT_GRANTED : EventKind.CONSENT_NARROWED;
      tell(consent(kind, consent, Map.of(), active.grant().grantedAt()));
    }
    if (now instanceof ConsentState.Ended ended) {
      Map<String, Object> cause = Map.of("cause", ended.cause().code());
      tell(consent(EventKind.CONSENT_ENDED, consent, cause, ended.at()));
    }
  }

  /** The state of a citizen has changed, whom the client knows by a pseudonym. */
  public void citizenChanged(EventKind kind, String number) {
    tell(citizen(kind, DemoClient.ID, number));
  }

  /** A session has ended. */
  public void sessionEnded(Session session) {
    String number = session.citizenId();
    Map<String, Object> subject = subjects.session(session.clientId(), number, session.id());
    tell(
        new EventFacts(
            EventKind.SESSION_REVOKED,
            session.clientId(),
            Optional.of(subject),
            Map.of(),
            Optional.of(number),
            session.id(),
            now()));
  }

  /** A clerk has decided a case of this client. */
  public void taxCaseDecided(TaxCase decided) {
    tell(
        new EventFacts(
            EventKind.TAX_CASE_DECIDED,
            decided.clientId(),
            Optional.empty(),
            Map.of("case_number", decided.number()),
            Optional.of(decided.citizenId()),
            decided.number(),
            now()));
  }

  /**
   * The results of a batch of this client can be fetched.
   *
   * @param after how long the batch still takes
   */
  public void taxBatchFinished(String clientId, String batchId, long rows, Duration after) {
    tell(batch(clientId, batchId, rows, now().plus(after)));
  }

  private EventFacts facts(EventKind kind, String clientId, String about) {
    return switch (kind) {
      case CONSENT_GRANTED, CONSENT_NARROWED -> named(kind, clientId, "consent_id", about);
      case CONSENT_ENDED -> ended(clientId, about);
      case TAX_CASE_DECIDED -> named(kind, clientId, "case_number", about);
      case TAX_BATCH_FINISHED -> batch(clientId, about, 1, now());
      case TAX_STATUS_CHANGED,
          ACCOUNT_LOCKED,
          ACCOUNT_RECOVERED,
          IDENTITY_CHANGED,
          SESSION_REVOKED ->
          citizen(kind, clientId, about);
    };
  }

  private EventFacts ended(String clientId, String consentId) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("consent_id", consentId);
    members.put("cause", "revoked_by_citizen");
    return anonymous(EventKind.CONSENT_ENDED, clientId, members, consentId, now());
  }

  private EventFacts named(EventKind kind, String clientId, String member, String name) {
    return anonymous(kind, clientId, Map.of(member, name), name, now());
  }

  // A batch is about many, so it is nobody's alone.
  private static EventFacts batch(String clientId, String batchId, long rows, Instant at) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("batch_id", batchId);
    members.put("rows", rows);
    return anonymous(EventKind.TAX_BATCH_FINISHED, clientId, members, batchId, at);
  }

  private static EventFacts anonymous(
      EventKind kind, String clientId, Map<String, Object> members, String flow, Instant at) {
    return new EventFacts(kind, clientId, Optional.empty(), members, Optional.empty(), flow, at);
  }

  private static EventFacts consent(
      EventKind kind, Consent consent, Map<String, Object> more, Instant at) {
    Map<String, Object> members = new LinkedHashMap<>(more);
    members.put("consent_id", consent.id());
    return new EventFacts(
        kind,
        consent.terms().clientId(),
        Optional.empty(),
        members,
        Optional.of(consent.terms().citizenId()),
        consent.id(),
        at);
  }

  private EventFacts citizen(EventKind kind, String clientId, String number) {
    Optional<Map<String, Object>> subject = Optional.of(subjects.citizen(clientId, number));
    return new EventFacts(kind, clientId, subject, Map.of(), Optional.of(number), number, now());
  }

  private void tell(EventFacts facts) {
    Map<String, Object> claims = claims(facts);
    state
        .addresses()
        .events(facts.clientId())
        .ifPresentOrElse(
            uri -> state.faults().in(facts.scene(), () -> post(uri, claims, facts.at())),
            () ->
                state
                    .events()
                    .add(facts.clientId(), new QueuedEvent(facts.scene(), facts.at(), claims)));
  }

  // STANDARD: RFC 8417, section 2.2: no exp, because what has happened does not expire.
  private Map<String, Object> claims(EventFacts facts) {
    Instant now = now();
    Instant issued = facts.at().isAfter(now) ? facts.at() : now;
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", state.issuer() + "/registry");
    claims.put("aud", facts.clientId());
    claims.put("iat", issued.getEpochSecond());
    claims.put("toe", facts.at().getEpochSecond());
    claims.put("jti", Secrets.random());
    facts.subject().ifPresent(subject -> claims.put("sub_id", subject));
    Map<String, Object> members = facts.membersAt(state.events().nextVersion());
    claims.put("events", Map.of(facts.kind().type(), members));
    return claims;
  }

  private int post(URI uri, Map<String, Object> claims, Instant at) {
    String token = signer.sign(claims);
    Duration delay = untilThen(at).plus(signer.heldUp());
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

  private Duration untilThen(Instant at) {
    Duration rest = Duration.between(now(), at);
    return rest.isNegative() ? Duration.ZERO : rest;
  }

  private Instant now() {
    return state.clock().instant();
  }
}
