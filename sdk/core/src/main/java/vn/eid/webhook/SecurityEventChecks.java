package vn.eid.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.PlainWord;
import vn.eid.internal.SignedStatementChecks;
import vn.eid.internal.jose.SignedDocument;
import vn.eid.internal.json.Fields;

/**
 * The checks of a security event token, in the order of RFC 8417, section 2.2, for tokens that come
 * by push (RFC 8935). Signature, algorithm and type are {@link SignedDocument}'s, which goes first:
 * section 2.3 recommends the type {@code secevent+jwt} so that no id token, logout token or receipt
 * can stand in for an event (section 4), and here it is demanded.
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
  private final Operation operation;
  private final SignedStatementChecks shared;

  SecurityEventChecks(Connection connection, Operation operation, SeenTokens seen) {
    this.connection = connection;
    this.operation = operation;
    this.seen = seen;
    this.shared = new SignedStatementChecks(operation, connection, NAME);
  }

  WebhookEvent verify(String token) {
    Fields claims =
        new SignedDocument(operation, NAME, token)
            .open(connection.provider().registryKeys(), TYPES);
    check1Issuer(claims);
    Instant issued = check2IssuedAt(claims);
    String id = check3Id(claims);
    check4Audience(claims);
    check5Expiry(claims);
    WebhookEvent event = check6OneEvent(claims);
    return check7Repetition(event, id, issued);
  }

  private void check1Issuer(Fields claims) {
    shared.issuer(claims);
  }

  private Instant check2IssuedAt(Fields claims) {
    Optional<Instant> issued = claims.seconds("iat");
    shared.require(issued.isPresent(), Check.EXPIRY, "does not say when it was issued");
    Instant at = issued.orElseThrow();
    shared.inThePast(at, "comes from the future; check this server's clock");
    shared.require(
        connection.clock().instant().isBefore(acceptedUntil(at)),
        Check.EXPIRY,
        "is too old to be acted upon; ask the registry instead");
    return at;
  }

  private String check3Id(Fields claims) {
    String id = claims.text("jti").orElse("");
    shared.require(!id.isEmpty() && id.length() <= MAX_ID, Check.FORMAT, "has no usable id");
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

  private WebhookEvent check6OneEvent(Fields claims) {
    Optional<Fields> events = claims.object("events");
    Set<String> types = events.map(Fields::names).orElse(Set.of());
    shared.require(types.size() == 1, Check.FORMAT, "tells of no event, or of several");
    String type = types.iterator().next();
    shared.require(
        PlainWord.is(type, MAX_TYPE), Check.FORMAT, "is of a kind without a usable name");
    Optional<Fields> event = events.flatMap(all -> all.object(type));
    shared.require(event.isPresent(), Check.FORMAT, "has no content");
    return event(type, event.orElseThrow());
  }

  private WebhookEvent event(String type, Fields event) {
    return switch (type) {
      case "urn:vn-eid:event:tax-case-decided" ->
          new WebhookEvent.TaxCaseDecided(reference(event, "case_number"));
      case "urn:vn-eid:event:tax-batch-finished" ->
          new WebhookEvent.TaxBatchFinished(reference(event, "batch_id"), rows(event));
      default -> new WebhookEvent.Unknown(type);
    };
  }

  private String reference(Fields event, String member) {
    String reference = event.requiredText(member);
    shared.require(PlainWord.isReference(reference), Check.FORMAT, "names nothing usable");
    return reference;
  }

  private long rows(Fields event) {
    long rows = event.requiredInteger("rows");
    shared.require(rows >= 0, Check.FORMAT, "counts rows below zero");
    return rows;
  }

  /** Last, so that what was refused uses no id up. */
  private WebhookEvent check7Repetition(WebhookEvent event, String id, Instant issued) {
    return seen.isFirst(operation, id, acceptedUntil(issued))
        ? event
        : new WebhookEvent.Repeated(event);
  }

  private Instant acceptedUntil(Instant issued) {
    return issued.plus(MAX_AGE).plus(connection.skew());
  }
}
