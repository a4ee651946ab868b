package vn.eid.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/**
 * Each check of an id token to the second. The sentences are those of OpenID Connect Core 1.0,
 * section 3.1.3.7, where it has one.
 */
class IdTokenChecksTest {
  private static final Operation OPERATION = Operation.named("test");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final long SKEW = 30;
  private static final String NONE = "(none)";
  private static final String PUSH_REQUEST = "urn:openid:params:jwt:claim:auth_req_id";

  private final Map<String, Object> claims = new LinkedHashMap<>();
  private ECKey key;
  private DecryptionKeys decryption = new DecryptionKeys(List.of());
  private UnaryOperator<String> packing = UnaryOperator.identity();
  private ExpectedLogin login = browser(List.of(), Optional.empty());

  @BeforeEach
  void anHonestToken() throws Exception {
    key = new ECKeyGenerator(Curve.P_256).keyID("k").generate();
    claims.put("iss", "https://as.example");
    claims.put("aud", "app");
    claims.put("sub", "someone");
    claims.put("nonce", "n");
    claims.put("iat", at(0));
    claims.put("exp", at(60));
  }

  @Test
  void anHonestTokenPasses() {
    assertThat(verified().requiredText("sub")).isEqualTo("someone");
  }

  /** "The Issuer Identifier […] MUST exactly match the value of the iss (issuer) Claim." */
  @Test
  void theIssuerIsExactlyTheConfiguredOne() {
    for (Object other : List.of("https://as.example/", "https://evil.example", "", NONE)) {
      refuses(Check.ISSUER, "iss", other);
    }
  }

  /** "The ID Token MUST be rejected if […] it contains additional audiences not trusted." */
  @Test
  void theAudienceIsThisApplicationAlone() {
    accepts("aud", List.of("app"));
    for (Object other : List.of("other", List.of("app", "other"), List.of(), "", NONE)) {
      refuses(Check.AUDIENCE, "aud", other);
    }
  }

  @Test
  void anAuthorizedPartyIsThisApplication() {
    accepts("azp", "app");
    refuses(Check.AUTHORIZED_PARTY, "azp", "other");
    refuses(Check.AUTHORIZED_PARTY, "azp", "");
  }

  /** "The current time MUST be before the time represented by the exp Claim." */
  @Test
  void theTimeIsBeforeTheExpiryOrTheSkewAfterIt() {
    accepts("exp", at(1 - SKEW));
    refuses(Check.EXPIRY, "exp", at(-SKEW));
    refuses(Check.EXPIRY, "exp", NONE);
  }

  /** "The iat Claim can be used to reject tokens that were issued too far away." */
  @Test
  void itWasIssuedNowAndNeitherAheadNorLongAgo() {
    accepts("iat", at(SKEW));
    refuses(Check.EXPIRY, "iat", at(SKEW + 1));
    accepts("iat", at(1 - SKEW - 600));
    refuses(Check.EXPIRY, "iat", at(-SKEW - 600));
    refuses(Check.EXPIRY, "iat", NONE);
  }

  @Test
  void whereItSaysFromWhenItIsValidThatTimeHasCome() {
    accepts("nbf", at(SKEW));
    refuses(Check.EXPIRY, "nbf", at(SKEW + 1));
  }

  /** "A nonce Claim MUST be present and its value checked." */
  @Test
  void theNonceIsThatOfTheLogin() {
    for (Object other : List.of("m", "", "nn", NONE)) {
      refuses(Check.NONCE, "nonce", other);
    }
  }

  @Test
  void aLoginByPushHasNoNonceAndMayNameItsRequest() {
    login = push();
    refuses(Check.NONCE, "nonce", "n");
    claims.remove("nonce");
    accepts(PUSH_REQUEST, "r");
    refuses(Check.NONCE, PUSH_REQUEST, "s");
    refuses(Check.NONCE, PUSH_REQUEST, "");
  }

  @Test
  void theLevelIsOneOfThoseThatWereDemanded() {
    accepts("acr", "1");
    login = browser(List.of("3", "4"), Optional.empty());
    accepts("acr", "4");
    refuses(Check.ASSURANCE, "acr", "2");
    refuses(Check.ASSURANCE, "acr", NONE);
  }

  /** "The Client SHOULD check the auth_time Claim value." */
  @Test
  void theCitizenSignedInAsRecentlyAsWasDemanded() {
    accepts("auth_time", at(-1_000_000));
    login = browser(List.of(), Optional.of(Duration.ofMinutes(5)));
    accepts("auth_time", at(-300 - SKEW));
    refuses(Check.ASSURANCE, "auth_time", at(-301 - SKEW));
    refuses(Check.ASSURANCE, "auth_time", NONE);
  }

  @Test
  void itCameWithItsOwnAccessToken() {
    // The left half of SHA-256 of "token".
    accepts("at_hash", "PEaenWxYddN6Q_NT1PiOYQ");
    refuses(Check.ACCESS_TOKEN_HASH, "at_hash", "PEaenWxYddN6Q_NT1PiOYR");
    refuses(Check.ACCESS_TOKEN_HASH, "at_hash", "");
  }

  @Test
  void itTellsOfNoEvent() {
    refuses(Check.FORMAT, "events", Map.of());
  }

  @Test
  void whoRegisteredAKeyForEncryptionTakesNothingThatAnybodyCouldRead() throws Exception {
    ECKey own = new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.ENCRYPTION).generate();
    decryption =
        new DecryptionKeys(List.of(OwnKey.inMemory(own).decryption(Crypto.JDK).orElseThrow()));
    refuses(Check.DECRYPTION, "sub", "someone");
  }

  @Test
  void anEncryptedTokenIsOpenedAndItsClaimsCheckedLikeAnyOthers() throws Exception {
    ECKey own = new ECKeyGenerator(Curve.P_256).keyID("e").keyUse(KeyUse.ENCRYPTION).generate();
    decryption =
        new DecryptionKeys(List.of(OwnKey.inMemory(own).decryption(Crypto.JDK).orElseThrow()));
    packing = signed -> encrypted(signed, own);
    accepts("sub", "someone");
    refuses(Check.AUDIENCE, "aud", "other");
  }

  private static String encrypted(String signed, ECKey to) {
    try {
      JWEHeader header =
          new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
              .keyID(to.getKeyID())
              .build();
      JWEObject jwe = new JWEObject(header, new Payload(signed));
      jwe.encrypt(new ECDHEncrypter(to.toPublicJWK()));
      return jwe.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void accepts(String claim, Object value) {
    assertThatCode(() -> verified(claim, value))
        .as("%s: %s", claim, value)
        .doesNotThrowAnyException();
  }

  private void refuses(Check check, String claim, Object value) {
    UntrustedException e =
        catchThrowableOfType(UntrustedException.class, () -> verified(claim, value));
    assertThat(e).as("%s: %s", claim, value).isNotNull();
    assertThat(e.check()).isEqualTo(check);
  }

  private Fields verified(String claim, Object value) {
    Map<String, Object> honest = new LinkedHashMap<>(claims);
    claims.put(claim, value);
    claims.values().removeIf(NONE::equals);
    try {
      return verified();
    } finally {
      claims.clear();
      claims.putAll(honest);
    }
  }

  private Fields verified() {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return new IdTokenChecks(
            OPERATION, "https://as.example", "app", clock, Duration.ofSeconds(SKEW), decryption)
        .verify(
            packing.apply(signed()),
            new KeySet(clock, Crypto.JDK, o -> List.of(key.toPublicJWK())),
            login);
  }

  private String signed() {
    try {
      JWSHeader header =
          new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k").type(JOSEObjectType.JWT).build();
      JWSObject jws = new JWSObject(header, new Payload(claims));
      jws.sign(new ECDSASigner(key));
      return jws.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ExpectedLogin browser(List<String> levels, Optional<Duration> signedInWithin) {
    return new ExpectedLogin(Optional.of("n"), Optional.empty(), "token", levels, signedInWithin);
  }

  private static ExpectedLogin push() {
    return new ExpectedLogin(
        Optional.empty(), Optional.of("r"), "token", List.of(), Optional.empty());
  }

  private static long at(long seconds) {
    return NOW.plusSeconds(seconds).getEpochSecond();
  }
}
