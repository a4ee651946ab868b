package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EidMockTest
class KeySetFaultTest {
  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  private Answer keySet() {
    return client.get("/jwks", Map.of());
  }

  private List<JsonWebKey> keys() throws JoseException {
    return new JsonWebKeySet(keySet().isOk().body()).getJsonWebKeys();
  }

  private JsonWebSignature idToken() throws JoseException {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setCompactSerialization(
        client.token(client.codeForm(client.code())).isOk().text("id_token"));
    return jws;
  }

  private static boolean isSignedBy(JsonWebKey key, JsonWebSignature idToken) throws JoseException {
    idToken.setKey(key.getKey());
    return idToken.verifySignature();
  }

  @Test
  void theKeySetIsAPage(EidMock mock) {
    mock.injectOnce(Fault.KEYS_HTML);
    assertThat(keySet().isOk().header("Content-Type")).startsWith("text/html");
    assertThat(keySet().isOk().header("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void theKeySetHasNoKey(EidMock mock) {
    mock.inject(Fault.KEYS_EMPTY);
    assertThat(keySet().isOk().body()).isEqualTo("{\"keys\":[]}");
  }

  @Test
  void theKeySetFails(EidMock mock) {
    mock.injectOnce(Fault.KEYS_HTTP_ERROR_500);
    assertThat(keySet().status()).isEqualTo(500);
    assertThat(keySet().status()).isEqualTo(200);
  }

  @Test
  void theIdTokenDoesNotNameTheOneKey(EidMock mock) throws Exception {
    mock.inject(Fault.ID_TOKEN_WITHOUT_KID);
    JsonWebSignature idToken = idToken();
    assertThat(idToken.getKeyIdHeaderValue()).isNull();
    assertThat(keys()).hasSize(1);
    assertThat(isSignedBy(keys().get(0), idToken)).isTrue();
  }

  @Test
  void nobodySaysWhichOfTwoKeysOfOneKindItIs(EidMock mock) throws Exception {
    mock.inject(Fault.KEYS_SEVERAL_WITHOUT_KID);
    JsonWebSignature idToken = idToken();
    assertThat(idToken.getKeyIdHeaderValue()).isNull();
    assertThat(keys()).hasSize(2).allMatch(key -> key.getKeyId() == null);
    assertThat(keys()).extracting(JsonWebKey::getAlgorithm).containsOnly("ES256");
    assertThat(isSignedBy(keys().get(0), idToken)).isFalse();
    assertThat(isSignedBy(keys().get(1), idToken)).isTrue();
  }
}
