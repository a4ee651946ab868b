package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.eid.mock.Tokens.header;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who obeys one of these headers believes the stranger; who does not finds a wrong signature. */
@EidMockTest
class IdTokenHeaderFaultTest {
  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  private String idToken(Fault fault) {
    client.mock.inject(fault);
    return client.token(client.codeForm(client.code())).isOk().text("id_token");
  }

  private String fetched(String url) {
    assertThat(url).startsWith(client.mock.issuer() + "/");
    return client
        .get(url.substring(client.mock.issuer().toString().length()), Map.of())
        .isOk()
        .body();
  }

  private JsonWebKey genuineKey() throws JoseException {
    return new JsonWebKeySet(client.get("/jwks", Map.of()).body()).getJsonWebKeys().get(0);
  }

  private static boolean isSignedBy(Key key, String idToken) throws JoseException {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setKnownCriticalHeaders("urn:example:unheard-of");
    jws.setCompactSerialization(idToken);
    jws.setKey(key);
    return jws.verifySignature();
  }

  private void isForgedBy(Key stranger, String idToken) throws Exception {
    assertThat(isSignedBy(stranger, idToken)).isTrue();
    assertThat(isSignedBy(genuineKey().getKey(), idToken)).isFalse();
    assertThat(header(idToken).path("kid").asText()).isEqualTo(genuineKey().getKeyId());
  }

  @Test
  void pointsToAStrangersKeySet() throws Exception {
    String idToken = idToken(Fault.ID_TOKEN_WITH_JKU);
    JsonWebKey stranger =
        new JsonWebKeySet(fetched(header(idToken).path("jku").asText())).getJsonWebKeys().get(0);
    assertThat(stranger.getKeyId()).isEqualTo(genuineKey().getKeyId());
    isForgedBy(stranger.getKey(), idToken);
  }

  @Test
  void pointsToAStrangersCertificate() throws Exception {
    String idToken = idToken(Fault.ID_TOKEN_WITH_X5U);
    byte[] pem = fetched(header(idToken).path("x5u").asText()).getBytes(StandardCharsets.US_ASCII);
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem));
    certificate.verify(certificate.getPublicKey());
    certificate.checkValidity();
    isForgedBy(certificate.getPublicKey(), idToken);
  }

  @Test
  void bringsAStrangersKeyAlong() throws Exception {
    String idToken = idToken(Fault.ID_TOKEN_WITH_EMBEDDED_KEY);
    JsonNode jwk = header(idToken).path("jwk");
    assertThat(jwk.has("d")).isFalse();
    isForgedBy(JsonWebKey.Factory.newJwk(jwk.toString()).getKey(), idToken);
  }

  @Test
  void namesACriticalExtensionUnderAGoodSignature() throws Exception {
    String idToken = idToken(Fault.ID_TOKEN_WITH_CRIT);
    assertThat(header(idToken).path("crit").toString()).isEqualTo("[\"urn:example:unheard-of\"]");
    assertThat(header(idToken).has("urn:example:unheard-of")).isTrue();
    assertThat(isSignedBy(genuineKey().getKey(), idToken)).isTrue();
  }

  @Test
  void aTokenWithoutFaultHasNoneOfThem() throws Exception {
    client.mock.reset();
    String idToken = client.token(client.codeForm(client.code())).isOk().text("id_token");
    assertThat(header(idToken).properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("alg", "kid", "typ");
  }
}
