package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EidMockTest
class DpopProofTest {
  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  private Draft proof() {
    return client.proof("POST", "/token");
  }

  private Answer ask(Draft proof) {
    return client.token(
        Map.of("grant_type", "client_credentials", "scope", "consent"), client.assertion(), proof);
  }

  private void refuses(Draft proof, String reason) {
    ask(proof).isRefused(400, "invalid_dpop_proof", reason);
  }

  @Test
  void acceptsAGoodProof() {
    assertThat(ask(proof()).status()).isEqualTo(200);
  }

  @Test
  void acceptsAnRsaKeyWithPs256() throws Exception {
    assertThat(ask(rsaProof(2048)).status()).isEqualTo(200);
  }

  @Test
  void refusesAnRsaKeyThatIsTooShort() throws Exception {
    refuses(rsaProof(1024), "is not signed by that key");
  }

  private Draft rsaProof(int bits) throws Exception {
    RsaJsonWebKey key = RsaJwkGenerator.generateJwk(bits);
    return proof()
        .header("alg", "PS256")
        .header("jwk", key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))
        .key(key.getPrivateKey());
  }

  @Test
  void refusesAnotherCurve() throws Exception {
    EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P384);
    refuses(
        proof().header("jwk", key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)),
        "is not signed by that key");
  }

  @Test
  void refusesARequestWithoutProof() {
    Map<String, String> form = Map.of("grant_type", "client_credentials", "scope", "consent");
    client
        .post("/token", client.authenticated(form, client.assertion()), Map.of())
        .isRefused(400, "invalid_dpop_proof", "The DPoP header is missing");
  }

  @Test
  void refusesTwoProofs() {
    Map<String, String> form = Map.of("grant_type", "client_credentials", "scope", "consent");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(client.mock.issuer().resolve("/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("DPoP", proof().sign())
            .header("DPoP", proof().sign())
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    TestClient.encoded(client.authenticated(form, client.assertion()))));
    TestClient.send(request, Map.of()).isRefused(400, "invalid_request", "DPoP is given twice");
  }

  @Test
  void refusesAProofThatWasUsedBefore() {
    Draft proof = proof();
    ask(proof).isOk();
    refuses(proof, "was used before");
  }

  @Test
  void refusesAlgorithmNone() {
    refuses(proof().header("alg", "none"), "'none'");
  }

  @Test
  void refusesASymmetricAlgorithm() {
    HmacKey key = new HmacKey("x".repeat(64).getBytes(StandardCharsets.UTF_8));
    refuses(proof().header("alg", "HS256").key(key), "'HS256'");
  }

  @Test
  void refusesAnotherType() {
    refuses(proof().header("typ", "JWT"), "typ must be dpop+jwt");
    refuses(proof().withoutHeader("typ"), "typ must be dpop+jwt");
  }

  @Test
  void refusesAPrivateKeyInTheHeader() {
    Map<String, Object> all =
        client.proofKey.toParams(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
    refuses(proof().header("jwk", all), "gives a private key away");
  }

  @Test
  void refusesASymmetricKeyInTheHeader() {
    refuses(proof().header("jwk", Map.of("kty", "oct", "k", "AAAA")), "private key");
  }

  @Test
  void refusesAHeaderWithoutAUsableKey() {
    refuses(proof().withoutHeader("jwk"), "no jwk in its header");
    refuses(proof().header("jwk", Map.of("kty", "EC")), "no jwk in its header");
    refuses(proof().header("jwk", "text"), "no jwk in its header");
  }

  @Test
  void refusesAnotherKeysSignature() {
    refuses(proof().key(Draft.newKey().getPrivateKey()), "is not signed by that key");
  }

  @Test
  void refusesACriticalExtension() {
    refuses(proof().header("crit", List.of("exp")), "crit");
  }

  @Test
  void refusesAnotherMethod() {
    refuses(proof().claim("htm", "GET"), "htm is 'GET'; the request is a POST");
    refuses(proof().claim("htm", "post"), "htm");
    refuses(proof().without("htm"), "has no htm");
  }

  @Test
  void refusesAnotherUrl(EidMock mock) {
    refuses(proof().claim("htu", mock.issuer() + "/par"), "the request goes to " + mock.issuer());
    refuses(proof().claim("htu", mock.issuer() + "/token/"), "htu");
    refuses(proof().claim("htu", "https://other.example/token"), "htu");
    refuses(proof().claim("htu", mock.issuer() + "/token?x=1"), "htu");
    refuses(proof().claim("htu", mock.issuer() + "/token#x"), "htu");
    refuses(proof().claim("htu", "%"), "htu");
    refuses(proof().without("htu"), "has no htu");
  }

  @Test
  void acceptsAUrlThatOnlyDiffersInItsEncoding(EidMock mock) {
    String url = mock.issuer().toString().replace("http", "HTTP") + "/%74oken";
    assertThat(ask(proof().claim("htu", url)).status()).isEqualTo(200);
  }

  @Test
  void refusesAProofThatIsOldOrFromTheFuture() {
    refuses(proof().claim("iat", client.now() - 62), "iat is more than 60 seconds");
    refuses(proof().claim("iat", client.now() + 62), "iat is more than 60 seconds");
    refuses(proof().without("iat"), "has no iat");
  }

  @Test
  void refusesAMissingJti() {
    refuses(proof().without("jti"), "has no jti");
  }

  @Test
  void challengesAProofWithoutNonceAndTakesTheNonceThatItGives() {
    Answer challenge = ask(proof().without("nonce"));
    challenge.isRefused(400, "use_dpop_nonce", "DPoP-Nonce");
    String nonce = challenge.header("DPoP-Nonce");
    assertThat(ask(proof().claim("nonce", nonce)).status()).isEqualTo(200);
  }

  @Test
  void theDemandForANonceIsNotLoggedAsARefusal() {
    PrintStream before = System.err;
    ByteArrayOutputStream logged = new ByteArrayOutputStream();
    System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
    try {
      ask(proof().without("nonce"));
      ask(proof().without("jti"));
    } finally {
      System.setErr(before);
    }
    assertThat(logged.toString(StandardCharsets.UTF_8))
        .contains("refused POST /token invalid_dpop_proof")
        .doesNotContain("use_dpop_nonce");
  }

  @Test
  void theNonceBeforeTheCurrentOneIsGoodAndTheOneBeforeIsNot(EidMock mock) {
    String nonce = mock.state().nonces().current();
    mock.advance(Duration.ofSeconds(60));
    assertThat(ask(proof().claim("nonce", nonce)).status()).isEqualTo(200);
    mock.advance(Duration.ofSeconds(60));
    ask(proof().claim("nonce", nonce)).isRefused(400, "use_dpop_nonce", "an old one");
  }

  @Test
  void theAssertionOfAChallengedRequestIsUsedUp() {
    Draft assertion = client.assertion();
    Map<String, String> form = Map.of("grant_type", "client_credentials", "scope", "consent");
    client
        .token(form, assertion, proof().without("nonce"))
        .isRefused(400, "use_dpop_nonce", "nonce");
    client.token(form, assertion, proof()).isRefused(401, "invalid_client", "was used before");
  }
}
