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
 * The checks of an id token, numbered after OpenID Connect Core 1.0, section 3.1.3.7. Number 1
 * (decryption) does not apply here, 6 to 8 are the signature, which {@link SignedDocument} checks
 * before any claim is read.
 */
public final class IdTokenChecks {
  private static final Set<String> TYPES = Set.of("", "JWT");

  private final Operation operation;
  private final String issuer;
  private final String clientId;
  private final Clock clock;
  private final Duration skew;

  public IdTokenChecks(
      Operation operation, String issuer, String clientId, Clock clock, Duration skew) {
    this.operation = operation;
    this.issuer = issuer;
    this.clientId = clientId;
    this.clock = clock;
    this.skew = skew;
  }

  /** The claims of an id token that passes every check. */
  public Fields verify(String idToken, KeySet keys, String nonce, String accessToken) {
    Fields claims = new SignedDocument(operation, "The id token", idToken).open(keys, TYPES);
    check2Issuer(claims);
    check3Audience(claims);
    check5AuthorizedParty(claims);
    check9Expiry(claims);
    check10IssuedAt(claims);
    check11Nonce(claims, nonce);
    checkAccessTokenHash(claims, accessToken);
    return claims;
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
  }

  private void check11Nonce(Fields claims, String nonce) {
    require(
        equal(claims.text("nonce").orElse(""), nonce), Check.NONCE, "was not made for this login");
  }

  /** Section 3.1.3.8: where the hash is present, it ties the id token to its access token. */
  private void checkAccessTokenHash(Fields claims, String accessToken) {
    String expected = Hashes.leftHalfOfSha256(accessToken.getBytes(StandardCharsets.US_ASCII));
    require(
        equal(claims.text("at_hash").orElse(expected), expected),
        Check.ACCESS_TOKEN_HASH,
        "came with another access token");
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
