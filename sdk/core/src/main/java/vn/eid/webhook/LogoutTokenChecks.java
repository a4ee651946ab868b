package vn.eid.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.EncryptedDocument;
import vn.eid.internal.jose.SignedDocument;
import vn.eid.internal.json.Fields;

/**
 * The checks of a logout token, numbered after OpenID Connect Back-Channel Logout 1.0, section 2.6.
 * Numbers 2 and 3 (signature, algorithm) are {@link SignedDocument}'s, which goes first; 9 and 10
 * (is it about a session of ours) need the application's sessions: {@link
 * WebhookEvent.LoggedOut#concerns}.
 */
final class LogoutTokenChecks {
  private static final Set<String> TYPES = Set.of("", "JWT", "logout+jwt");
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  /** How old one may be, whatever it says itself: for so long its id is remembered. */
  private static final Duration MAX_AGE = Duration.ofMinutes(15);

  private static final int MAX_ID = 255;

  private final Connection connection;
  private final Operation operation;
  private final SeenTokens seen;

  LogoutTokenChecks(Connection connection, Operation operation, SeenTokens seen) {
    this.connection = connection;
    this.operation = operation;
    this.seen = seen;
  }

  WebhookEvent.LoggedOut verify(String logoutToken) {
    Fields claims =
        new SignedDocument(operation, "The logout token", check1Decryption(logoutToken))
            .open(connection.provider().loginKeys(), TYPES);
    check4Issuer(claims);
    check4Audience(claims);
    check4IssuedAt(claims);
    check4Expiry(claims);
    check5SubjectOrSession(claims);
    check6Event(claims);
    check7NoNonce(claims);
    // Before its id is used up: where the other nodes could not be told, the sender comes again.
    OwnStore.told(operation, () -> noteEnd(claims));
    check8Replay(claims);
    return new WebhookEvent.LoggedOut(claims.text("sub"), claims.text("sid"));
  }

  /** It may come unencrypted even where id tokens do not: it holds no personal claim. */
  private String check1Decryption(String logoutToken) {
    return EncryptedDocument.isForm(logoutToken)
        ? new EncryptedDocument(operation, "The logout token", logoutToken)
            .open(connection.decryption())
        : logoutToken;
  }

  private void check4Issuer(Fields claims) {
    String issuer = connection.provider().issuer();
    require(claims.text("iss").equals(Optional.of(issuer)), Check.ISSUER, "is by another issuer");
  }

  private void check4Audience(Fields claims) {
    require(
        claims.textOrTexts("aud").equals(List.of(connection.clientId())),
        Check.AUDIENCE,
        "is not meant for this application alone");
  }

  private void check4IssuedAt(Fields claims) {
    Optional<Instant> issued = claims.seconds("iat");
    require(issued.isPresent(), Check.EXPIRY, "does not say when it was issued");
    require(
        !issued.orElseThrow().isAfter(now().plus(connection.skew())),
        Check.EXPIRY,
        Ahead.problem(now(), issued.orElseThrow()));
    require(
        now().isBefore(rememberedUntil(issued.orElseThrow())),
        Check.EXPIRY,
        "is too old to be acted upon");
  }

  private void check4Expiry(Fields claims) {
    Optional<Instant> expiry = claims.seconds("exp");
    require(expiry.isPresent(), Check.EXPIRY, "has no expiry");
    require(
        now().minus(connection.skew()).isBefore(expiry.orElseThrow()),
        Check.EXPIRY,
        "has expired; check this server's clock");
  }

  private void check5SubjectOrSession(Fields claims) {
    require(
        claims.text("sub").isPresent() || claims.text("sid").isPresent(),
        Check.SUBJECT,
        "names neither a citizen nor a session");
  }

  private void check6Event(Fields claims) {
    require(
        claims.object("events").flatMap(events -> events.object(EVENT)).isPresent(),
        Check.FORMAT,
        "is not about a logout");
  }

  /** An id token must not pass for one: that is why a logout token never has a nonce. */
  private void check7NoNonce(Fields claims) {
    require(!claims.mentions("nonce"), Check.NONCE, "has a nonce, as only a login has");
  }

  private void noteEnd(Fields claims) {
    Instant at = claims.seconds("iat").orElseThrow();
    connection.endedSessions().ended(operation, claims.text("sub"), claims.text("sid"), at);
  }

  private void check8Replay(Fields claims) {
    String id = claims.text("jti").orElse("");
    require(!id.isEmpty() && id.length() <= MAX_ID, Check.FORMAT, "has no usable id");
    Instant issued = claims.seconds("iat").orElseThrow();
    require(seen.isFirst(operation, id, rememberedUntil(issued)), Check.REPLAY, "came before");
  }

  private Instant rememberedUntil(Instant issued) {
    return issued.plus(MAX_AGE).plus(connection.skew());
  }

  private Instant now() {
    return connection.clock().instant();
  }

  private void require(boolean holds, Check check, String problem) {
    if (!holds) {
      throw operation.untrusted(check, "The logout token " + problem + ".");
    }
  }
}
