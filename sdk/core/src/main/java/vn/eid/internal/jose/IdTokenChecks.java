package vn.eid.internal.jose;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/**
 * The checks of an id token, numbered after OpenID Connect Core 1.0, section 3.1.3.7. Numbers 6 to
 * 8 are the signature, which {@link SignedDocument} checks before any claim is read.
 */
public final class IdTokenChecks {
  private static final Set<String> TYPES = Set.of("", "JWT");
  private static final String PUSH_REQUEST = "urn:openid:params:jwt:claim:auth_req_id";

  /** It comes straight from the token endpoint, which makes it for the answer. */
  private static final Duration MAX_AGE = Duration.ofMinutes(10);

  private final Operation operation;
  private final String issuer;
  private final String clientId;
  private final Clock clock;
  private final Duration skew;
  private final DecryptionKeys decryption;

  public IdTokenChecks(
      Operation operation,
      String issuer,
      String clientId,
      Clock clock,
      Duration skew,
      DecryptionKeys decryption) {
    this.operation = operation;
    this.issuer = issuer;
    this.clientId = clientId;
    this.clock = clock;
    this.skew = skew;
    this.decryption = decryption;
  }

  /** The claims of an id token that passes every check. */
  public Fields verify(String idToken, KeySet keys, ExpectedLogin login) {
    String signed = check1Decryption(idToken);
    Fields claims = new SignedDocument(operation, "The id token", signed).open(keys, TYPES);
    check2Issuer(claims);
    check3Audience(claims);
    check5AuthorizedParty(claims);
    check9Expiry(claims);
    check10IssuedAt(claims);
    check11Nonce(claims, login);
    check12Level(claims, login);
    check13SignedInWithin(claims, login);
    checkAccessTokenHash(claims, login.accessToken());
    checkNoEvent(claims);
    return claims;
  }

  /** Where encryption was registered, a token that anybody could read on the way is not ours. */
  private String check1Decryption(String idToken) {
    if (EncryptedDocument.isForm(idToken)) {
      return new EncryptedDocument(operation, "The id token", idToken).open(decryption);
    }
    require(
        !decryption.expectEncryption(),
        Check.DECRYPTION,
        "is not encrypted, though this application has a key for that (use: enc). Register the"
            + " key and the encryption of id tokens with the provider, or leave the key out");
    return idToken;
  }

  private void check2Issuer(Fields claims) {
    require(claims.text("iss").equals(Optional.of(issuer)), Check.ISSUER, "is by another issuer");
  }

  private void check3Audience(Fields claims) {
    // A second audience would be a party that could replay the token; the profile knows none.
    require(
        claims.textOrTexts("aud").equals(List.of(clientId)),
        Check.AUDIENCE,
        "is not meant for this application alone");
  }

  private void check5AuthorizedParty(Fields claims) {
    require(
        claims.text("azp").orElse(clientId).equals(clientId),
        Check.AUTHORIZED_PARTY,
        "was issued to another application");
  }

  private void check9Expiry(Fields claims) {
    Optional<Instant> expiry = claims.seconds("exp");
    require(expiry.isPresent(), Check.EXPIRY, "has no expiry");
    require(
        now().minus(skew).isBefore(expiry.orElseThrow()),
        Check.EXPIRY,
        "has expired; check this server's clock");
  }

  private void check10IssuedAt(Fields claims) {
    Optional<Instant> issued = claims.seconds("iat");
    require(issued.isPresent(), Check.EXPIRY, "does not say when it was issued");
    require(
        !issued.orElseThrow().isAfter(now().plus(skew)),
        Check.EXPIRY,
        "comes from the future; check this server's clock");
    require(
        now().minus(skew).isBefore(issued.orElseThrow().plus(MAX_AGE)),
        Check.EXPIRY,
        "was issued too long ago; check this server's clock");
    // RFC 7519, section 4.1.5: no claim of an id token's, but where it is there it must hold.
    require(
        claims.seconds("nbf").filter(from -> from.isAfter(now().plus(skew))).isEmpty(),
        Check.EXPIRY,
        "is not valid yet; check this server's clock");
  }

  private void check11Nonce(Fields claims, ExpectedLogin login) {
    login.nonce().ifPresent(nonce -> requireThisLogin(claims.text("nonce").orElse(""), nonce));
    login.pushRequest().ifPresent(id -> checkPush(claims, id));
  }

  /** It has no nonce, but may name its request (CIBA Core 1.0, section 7.3.1). */
  private void checkPush(Fields claims, String id) {
    require(!claims.mentions("nonce"), Check.NONCE, "was made for a login in a browser");
    requireThisLogin(claims.text(PUSH_REQUEST).orElse(id), id);
  }

  private void requireThisLogin(String found, String expected) {
    require(equal(found, expected), Check.NONCE, "was not made for this login");
  }

  private void check12Level(Fields claims, ExpectedLogin login) {
    require(
        login.acrValues().isEmpty() || login.acrValues().contains(claims.text("acr").orElse("")),
        Check.ASSURANCE,
        "shows a lower level than was demanded");
  }

  private void check13SignedInWithin(Fields claims, ExpectedLogin login) {
    if (login.signedInWithin().isEmpty()) {
      return;
    }
    Instant oldest = now().minus(login.signedInWithin().get()).minus(skew);
    require(
        claims.seconds("auth_time").filter(at -> !at.isBefore(oldest)).isPresent(),
        Check.ASSURANCE,
        "does not show that the citizen signed in as recently as was demanded");
  }

  /** Section 3.1.3.8: where the hash is present, it ties the id token to its access token. */
  private void checkAccessTokenHash(Fields claims, String accessToken) {
    String expected = Hashes.leftHalfOfSha256(accessToken.getBytes(StandardCharsets.US_ASCII));
    require(
        equal(claims.text("at_hash").orElse(expected), expected),
        Check.ACCESS_TOKEN_HASH,
        "came with another access token");
  }

  /** A logout token is signed by the same keys and may have the same type (RFC 8725, 3.12). */
  private void checkNoEvent(Fields claims) {
    require(!claims.mentions("events"), Check.FORMAT, "tells of an event, as no login does");
  }

  private Instant now() {
    return clock.instant();
  }

  private static boolean equal(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private void require(boolean holds, Check check, String problem) {
    if (!holds) {
      throw operation.untrusted(check, "The id token " + problem + ".");
    }
  }
}
