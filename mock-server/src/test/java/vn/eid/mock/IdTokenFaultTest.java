package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static vn.eid.mock.Tokens.claims;
import static vn.eid.mock.Tokens.header;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@EidMockTest
class IdTokenFaultTest {
  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  static Stream<Arguments> claimFaults() {
    return Stream.of(
        claim(Fault.ID_TOKEN_WRONG_ISSUER, (t, c) -> is(t, "iss", "https://other.example")),
        claim(Fault.ID_TOKEN_WRONG_AUDIENCE, (t, c) -> is(t, "aud", "other-client")),
        claim(
            Fault.ID_TOKEN_SECOND_AUDIENCE,
            (t, c) ->
                assertThat(t.path("aud").toString())
                    .isEqualTo("[\"" + c.mock.clientId() + "\",\"other-client\"]")),
        claim(Fault.ID_TOKEN_WRONG_AZP, (t, c) -> is(t, "azp", "other-client")),
        claim(
            Fault.ID_TOKEN_WRONG_NONCE,
            (t, c) -> assertThat(t.path("nonce").asText()).isNotEmpty().isNotEqualTo("the-nonce")),
        claim(Fault.ID_TOKEN_WITHOUT_NONCE, (t, c) -> assertThat(t.has("nonce")).isFalse()),
        claim(
            Fault.ID_TOKEN_EXPIRED,
            (t, c) -> assertThat(t.path("exp").asLong()).isLessThan(c.now() - 3000)),
        claim(Fault.ID_TOKEN_WITHOUT_EXPIRY, (t, c) -> assertThat(t.has("exp")).isFalse()),
        claim(
            Fault.ID_TOKEN_ISSUED_IN_FUTURE,
            (t, c) -> assertThat(t.path("iat").asLong()).isGreaterThan(c.now() + 3000)),
        claim(Fault.ID_TOKEN_LOWER_LEVEL, (t, c) -> is(t, "acr", "1")),
        claim(
            Fault.ID_TOKEN_STALE_LOGIN,
            (t, c) -> assertThat(t.path("auth_time").asLong()).isLessThan(c.now() - 80_000)),
        claim(
            Fault.ID_TOKEN_REAL_CITIZEN_NUMBER,
            (t, c) -> assertThat(t.path("citizen_id").asText()).hasSize(12).startsWith("001")));
  }

  private static Arguments claim(Fault fault, BiConsumer<JsonNode, TestClient> check) {
    return arguments(fault, check);
  }

  private static void is(JsonNode claims, String name, String value) {
    assertThat(claims.path(name).asText()).isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("claimFaults")
  void changesOneClaimUnderAGoodSignature(Fault fault, BiConsumer<JsonNode, TestClient> check)
      throws Exception {
    client.mock.inject(fault);
    String idToken = idToken();
    assertThat(isSignedByProvider(idToken)).isTrue();
    check.accept(claims(idToken), client);
  }

  @Test
  void aTokenWithoutFaultHasNoneOfThem() throws Exception {
    JsonNode claims = claims(idToken());
    assertThat(claims.path("iss").asText()).isEqualTo(client.mock.issuer().toString());
    assertThat(claims.has("azp")).isFalse();
    assertThat(claims.has("citizen_id")).isFalse();
  }

  @Test
  void breaksTheHashOfTheAccessToken() throws Exception {
    client.mock.inject(Fault.ID_TOKEN_WRONG_AT_HASH);
    Answer answer = client.token(client.codeForm(client.code())).isOk();
    String hash = TestClient.sha256(answer.text("access_token"));
    String claimed = claims(answer.text("id_token")).path("at_hash").asText();
    assertThat(claimed).hasSize(22);
    // 16 bytes are 21 characters and two bits.
    assertThat(claimed.substring(0, 21)).isNotEqualTo(hash.substring(0, 21));
  }

  @Test
  void breaksTheSignature() throws Exception {
    client.mock.inject(Fault.ID_TOKEN_BAD_SIGNATURE);
    assertThat(isSignedByProvider(idToken())).isFalse();
  }

  @Test
  void signsWithAKeyThatIsNotInTheKeySet() throws Exception {
    client.mock.inject(Fault.ID_TOKEN_UNKNOWN_KEY);
    String kid = header(idToken()).path("kid").asText();
    assertThat(kid).isNotEmpty();
    assertThat(client.get("/jwks", Map.of()).body()).doesNotContain("\"" + kid + "\"");
  }

  @Test
  void leavesTheTokenUnsigned() throws Exception {
    client.mock.inject(Fault.ID_TOKEN_ALG_NONE);
    String idToken = idToken();
    assertThat(idToken).endsWith(".");
    assertThat(header(idToken).path("alg").asText()).isEqualTo("none");
    assertThat(claims(idToken).path("nonce").asText()).isEqualTo("the-nonce");
  }

  @Test
  void signsWithThePublicKeyAsASecret() throws Exception {
    client.mock.inject(Fault.ID_TOKEN_SYMMETRIC);
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmConstraints(
        new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "HS256"));
    jws.setCompactSerialization(idToken());
    jws.setKey(new HmacKey(providerKey().getKey().getEncoded()));
    assertThat(jws.verifySignature()).isTrue();
  }

  @Test
  void leavesTheIdTokenOut() {
    client.mock.inject(Fault.ID_TOKEN_MISSING);
    Answer answer = client.token(client.codeForm(client.code())).isOk();
    assertThat(answer.json().has("id_token")).isFalse();
    assertThat(answer.json().has("access_token")).isTrue();
  }

  @Test
  void aFaultForOnceHappensOnceAndAResetEndsTheOthers(EidMock mock) throws Exception {
    mock.injectOnce(Fault.ID_TOKEN_WRONG_AZP);
    assertThat(claims(idToken()).has("azp")).isTrue();
    assertThat(claims(idToken()).has("azp")).isFalse();
    mock.inject(Fault.ID_TOKEN_WRONG_AZP);
    assertThat(claims(idToken()).has("azp")).isTrue();
    assertThat(claims(idToken()).has("azp")).isTrue();
    mock.reset();
    assertThat(claims(idToken()).has("azp")).isFalse();
  }

  private String idToken() {
    return client.token(client.codeForm(client.code())).isOk().text("id_token");
  }

  private JsonWebKey providerKey() throws JoseException {
    return new JsonWebKeySet(client.get("/jwks", Map.of()).body()).getJsonWebKeys().get(0);
  }

  private boolean isSignedByProvider(String idToken) throws JoseException {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setCompactSerialization(idToken);
    jws.setKey(providerKey().getKey());
    return jws.verifySignature();
  }
}
