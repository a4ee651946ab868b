package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTokenEncryptionTest {

  private static EidMock encrypting(String alg) {
    return EidMock.start(MockOptions.defaults().encryptIdTokens(alg));
  }

  private static String idToken(TestClient client) {
    return client.token(client.codeForm(client.code())).isOk().text("id_token");
  }

  private static JsonWebEncryption opened(String idToken, String privateJwk) throws Exception {
    JsonWebEncryption jwe = new JsonWebEncryption();
    jwe.setCompactSerialization(idToken);
    jwe.setKey(PublicJsonWebKey.Factory.newPublicJwk(privateJwk).getPrivateKey());
    jwe.setPayload(jwe.getPlaintextString());
    return jwe;
  }

  private static String keySet(PublicJsonWebKey... keys) {
    return new JsonWebKeySet(keys).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }

  private static EllipticCurveJsonWebKey newKey(String kid, String use) {
    EllipticCurveJsonWebKey key = Draft.newKey();
    key.setKeyId(kid);
    key.setUse(use);
    return key;
  }

  private static void isSignedByProvider(String idToken, TestClient client) throws Exception {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setCompactSerialization(idToken);
    String keys = client.get("/jwks", Map.of()).body();
    jws.setKey(new JsonWebKeySet(keys).getJsonWebKeys().get(0).getKey());
    assertThat(jws.verifySignature()).isTrue();
    assertThat(jws.getPayload()).contains("the-nonce");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ECDH-ES", "RSA-OAEP-256"})
  void signsTheIdTokenAndThenEncryptsItForTheClient(String alg) throws Exception {
    try (EidMock mock = encrypting(alg)) {
      TestClient client = new TestClient(mock);
      JsonWebEncryption jwe = opened(idToken(client), mock.clientEncryptionKeyJwk(alg));
      assertThat(jwe.getAlgorithmHeaderValue()).isEqualTo(alg);
      assertThat(jwe.getEncryptionMethodHeaderParameter()).isEqualTo("A256GCM");
      assertThat(jwe.getHeader("cty")).isEqualTo("JWT");
      assertThat(jwe.getHeader("zip")).isNull();
      assertThat(mock.clientEncryptionKeyJwk(alg)).contains(jwe.getKeyIdHeaderValue());
      isSignedByProvider(jwe.getPlaintextString(), client);
    }
  }

  @Test
  void encryptsTheIdTokenOfALoginOnThePhoneToo() throws Exception {
    try (EidMock mock = encrypting("ECDH-ES")) {
      TestClient client = new TestClient(mock);
      String push = client.askOnPhone(client.pushForm("099085000011")).isOk().text("auth_req_id");
      String idToken = client.poll(push).isOk().text("id_token");
      JsonWebEncryption jwe = opened(idToken, mock.clientEncryptionKeyJwk("ECDH-ES"));
      assertThat(Tokens.claims(jwe.getPlaintextString()).path("sid").asText()).isNotEmpty();
    }
  }

  @Test
  void encryptsForTheKeyThatTheClientRegisteredLast() throws Exception {
    EllipticCurveJsonWebKey signing = newKey("own-1", "sig");
    EllipticCurveJsonWebKey first = newKey("first", "enc");
    EllipticCurveJsonWebKey second = newKey("second", "enc");
    try (EidMock mock =
        EidMock.start(
            MockOptions.defaults().clientKeys(keySet(signing, first)).encryptIdTokens("ECDH-ES"))) {
      TestClient client = TestClient.signingWith(mock, signing);
      opened(idToken(client), privateJwk(first));
      mock.registerClientKeys(keySet(signing, second));
      JsonWebEncryption jwe = opened(idToken(client), privateJwk(second));
      assertThat(jwe.getKeyIdHeaderValue()).isEqualTo("second");
      mock.reset();
      opened(idToken(client), privateJwk(first));
    }
  }

  @Test
  void everyFaultCanHappenToAClientThatHasNoRsaKey() {
    EllipticCurveJsonWebKey signing = newKey("own", "sig");
    String keys = keySet(signing, newKey("own-enc", "enc"));
    try (EidMock mock =
        EidMock.start(MockOptions.defaults().clientKeys(keys).encryptIdTokens("ECDH-ES"))) {
      TestClient client = TestClient.signingWith(mock, signing);
      for (Fault fault : Fault.values()) {
        if (fault.name().startsWith("ID_TOKEN_ENCRYPTED")) {
          mock.injectOnce(fault);
          assertThat(idToken(client).split("\\.", -1)).as(fault.name()).hasSize(5);
        }
      }
    }
  }

  private static String privateJwk(PublicJsonWebKey key) {
    return key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
  }

  @Test
  void whatTheOldKeySignsIsRefusedOnceOthersAreRegistered() {
    EllipticCurveJsonWebKey own = newKey("own", "sig");
    try (EidMock mock = EidMock.start()) {
      TestClient old = new TestClient(mock);
      mock.registerClientKeys(keySet(own));
      old.push(old.loginForm()).isRefused(401, "invalid_client", "is not registered");
      TestClient renewed = TestClient.signingWith(mock, own);
      assertThat(renewed.push(renewed.loginForm()).status()).isEqualTo(201);
      mock.reset();
      assertThat(old.push(old.loginForm()).status()).isEqualTo(201);
    }
  }

  @Test
  void aKeyToEncryptForSignsNothing() throws Exception {
    try (EidMock mock = EidMock.start()) {
      String jwk = mock.clientEncryptionKeyJwk("ECDH-ES");
      TestClient client = TestClient.signingWith(mock, PublicJsonWebKey.Factory.newPublicJwk(jwk));
      client.push(client.loginForm()).isRefused(401, "invalid_client", "is not registered");
    }
  }

  @Test
  void discoverySaysWithWhatIdTokensCanBeEncrypted() {
    try (EidMock mock = EidMock.start()) {
      Answer discovery = new TestClient(mock).get("/.well-known/openid-configuration", Map.of());
      assertThat(discovery.json().path("id_token_encryption_alg_values_supported").toString())
          .isEqualTo("[\"ECDH-ES\",\"RSA-OAEP-256\"]");
      assertThat(discovery.json().path("id_token_encryption_enc_values_supported").toString())
          .isEqualTo("[\"A256GCM\"]");
    }
  }

  @Test
  void refusesToBeRegisteredInAWayThatCannotWork() {
    MockOptions options = MockOptions.defaults();
    assertThatThrownBy(() -> options.encryptIdTokens("RSA1_5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RSA-OAEP-256");
    MockOptions signingOnly =
        options.encryptIdTokens("ECDH-ES").clientKeys(keySet(newKey("own", "sig")));
    assertThatThrownBy(() -> EidMock.start(signingOnly))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no registered key of the use enc");
  }

  @Test
  void refusesKeysThatAreNoPublicOnesAndQuotesNone() {
    MockOptions options = MockOptions.defaults();
    EllipticCurveJsonWebKey own = newKey("own", "sig");
    String leaked = "{\"keys\":[" + privateJwk(own) + "]}";
    assertThatThrownBy(() -> options.clientKeys(leaked))
        .hasMessageContaining("is a private one")
        .hasMessageNotContaining(
            (String) own.toParams(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE).get("d"));
    assertThatThrownBy(() -> options.clientKeys("{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}"))
        .hasMessageContaining("not a public EC or RSA key")
        .hasNoCause();
    assertThatThrownBy(() -> options.clientKeys(keySet(own, own))).hasMessageContaining("kid");
    assertThatThrownBy(() -> options.clientKeys("{\"keys\":[]}")).hasMessageContaining("JWKS");
    assertThatThrownBy(() -> options.clientKeys("no JSON")).hasMessageContaining("JWKS");
  }
}
