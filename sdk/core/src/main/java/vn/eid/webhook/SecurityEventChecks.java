package vn.eid.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import vn.eid.UntrustedException.Check;
import vn.eid.consent.ConsentId;
import vn.eid.internal.Connection;
import vn.eid.internal.KnownConsents.End;
import vn.eid.internal.Operation;
import vn.eid.internal.PlainWord;
import vn.eid.internal.SignedStatementChecks;
import vn.eid.internal.jose.SignedDocument;
import vn.eid.internal.json.Fields;

/**
 * The checks of a security event token, in the order of RFC 8417, section 2.2, for tokens that come
 * by push (RFC 8935) or by poll (RFC 8936). Signature, algorithm and type are {@link
 * SignedDocument}'s, which goes first: section 2.3 recommends the type {@code secevent+jwt} so that
 * no id token, logout token or receipt can stand in for an event (section 4), and here it is
 * demanded.
 */
final class SecurityEventChecks {
  private static final String NAME = "The event";
  private static final Set<String> TYPES = Set.of("secevent+jwt");

  /** For so long the sender may try to deliver it, and so long is its id remembered. */
  private static final Duration MAX_AGE = Duration.ofHours(24);

  private static final int MAX_ID = 255;
  private static final int MAX_TYPE = 255;

  private final Connection connection;
  private final SeenTokens seen;
  private final EventOrder order;
  private final Operation operation;
  private final SignedStatementChecks shared;

  SecurityEventChecks(Connection connection, Operation operation, SeenTokens seen) {
    this.connection = connection;
    this.operation = operation;
    this.seen = seen;
    this.order = new EventOrder(connection.state());
    this.shared = new SignedStatementChecks(operation, connection, NAME);
  }

  /** Checks an event that came by push: its id is its own to say. */
  WebhookEvent verify(String token) {
    return verify(token, Optional.empty());
  }

  /** Checks an event that came by poll, under an id that will be acknowledged (RFC 8936, 2.3). */
  WebhookEvent verify(String token, String id) {
    return verify(token, Optional.of(id));
  }

  private WebhookEvent verify(String token, Optional<String> listedAs) {
    Fields claims =
        new SignedDocument(operation, NAME, token)
            .open(connection.provider().registryKeys(), TYPES);
    check1Issuer(claims);
    Instant issued = check2IssuedAt(claims);
    String id = check3Id(claims, listedAs);
    check4Audience(claims);
    check5Expiry(claims);
    EventReader reader = check6OneEvent(claims, issued);
    Told told = reader.read();
    // Before its id is used up: where the other nodes could not be told, the sender comes again.
    OwnStore.told(operation, () -> noteEnd(told.event(), reader));
    boolean late = OwnStore.asked(operation, () -> check7Order(told, reader, id));
    return check8Repetition(told.event(), id, issued, late);
  }

  private void check1Issuer(Fields claims) {
    shared.issuer(claims);
  }

  private Instant check2IssuedAt(Fields claims) {
    Optional<Instant> issued = claims.seconds("iat");
    shared.require(issued.isPresent(), Check.EXPIRY, "does not say when it was issued");
    Instant at = issued.orElseThrow();
    shared.inThePast(at, Ahead.problem(connection.clock().instant(), at));
    shared.require(
        connection.clock().instant().isBefore(acceptedUntil(at)),
        Check.EXPIRY,
        "is too old to be acted upon; ask the registry instead");
    return at;
  }

  private String check3Id(Fields claims, Optional<String> listedAs) {
    String id = claims.text("jti").orElse("");
    shared.require(!id.isEmpty() && id.length() <= MAX_ID, Check.FORMAT, "has no usable id");
    shared.require(
        listedAs.map(id::equals).orElse(true), Check.FORMAT, "is listed under another id");
    return id;
  }

  private void check4Audience(Fields claims) {
    shared.recipient(claims);
  }

  /** An event happened, so it has none as a rule; one that it has must hold (RFC 7519, 4.1.4). */
  private void check5Expiry(Fields claims) {
    Instant now = connection.clock().instant().minus(connection.skew());
    shared.require(
        claims.seconds("exp").filter(expiry -> !now.isBefore(expiry)).isEmpty(),
        Check.EXPIRY,
        "has expired");
  }

  private EventReader check6OneEvent(Fields claims, Instant issued) {
    Optional<Fields> events = claims.object("events");
    Set<String> types = events.map(Fields::names).orElse(Set.of());
    shared.require(types.size() == 1, Check.FORMAT, "tells of no event, or of several");
    String type = types.iterator().next();
    shared.require(
        PlainWord.is(type, MAX_TYPE), Check.FORMAT, "is of a kind without a usable name");
    Optional<Fields> event = events.flatMap(all -> all.object(type));
    shared.require(event.isPresent(), Check.FORMAT, "has no content");
    // The time of the event (RFC 8417, section 2.2), which is not after that of its token.
    Instant at = claims.seconds("toe").filter(time -> time.isBefore(issued)).orElse(issued);
    String login = connection.provider().issuer();
    return new EventReader(operation, login, type, claims, event.orElseThrow(), at);
  }

  private void noteEnd(WebhookEvent event, EventReader reader) {
    if (event instanceof WebhookEvent.ConsentEnded ended) {
      End end = new End(reader.cause(), ended.at());
      connection.knownConsents().ended(operation, ended.consentId().value(), end);
    }
    if (event instanceof WebhookEvent.LoggedOut out) {
      connection
          .endedSessions()
          .ended(operation, out.subject(), out.sessionId(), reader.happenedAt());
    }
  }

  /** Whether something newer about the same thing was taken before. */
  private boolean check7Order(Told told, EventReader reader, String id) {
    return told.about()
        .filter(about -> order.isLate(operation, about, id, reader.place(told.event())))
        .isPresent();
  }

  /** Last, so that what was refused uses no id up. */
  private WebhookEvent check8Repetition(
      WebhookEvent event, String id, Instant issued, boolean late) {
    boolean over = late || OwnStore.asked(operation, () -> isOver(event));
    boolean first = seen.isFirst(operation, id, acceptedUntil(issued));
    if (over) {
      return new WebhookEvent.Superseded(event);
    }
    return first ? event : new WebhookEvent.Repeated(event);
  }

  /** What has ended is not granted again, whoever told of the end. */
  private boolean isOver(WebhookEvent event) {
    if (event instanceof WebhookEvent.ConsentGranted granted) {
      return isOver(granted.consentId());
    }
    return event instanceof WebhookEvent.ConsentNarrowed narrowed && isOver(narrowed.consentId());
  }

  private boolean isOver(ConsentId consent) {
    return connection.knownConsents().end(operation, consent.value()).isPresent();
  }

  private Instant acceptedUntil(Instant issued) {
    return issued.plus(MAX_AGE).plus(connection.skew());
  }
}
