package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EidMockTest
class ClientAuthenticationTest {
  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  private void refuses(Draft assertion, String reason) {
    client.push(client.loginForm(), assertion).isRefused(401, "invalid_client", reason);
  }

  @Test
  void acceptsAGoodAssertion() {
    assertThat(client.push(client.loginForm()).status()).isEqualTo(201);
  }

  @Test
  void acceptsAnRsaKeyWithPs256(EidMock mock) throws Exception {
    TestClient rsa = TestClient.registered(mock, "rsa-client", RsaJwkGenerator.generateJwk(2048));
    Draft assertion = rsa.assertion().header("alg", "PS256");
    assertThat(rsa.push(rsa.loginForm(), assertion).status()).isEqualTo(201);
  }

  @Test
  void refusesAnRsaKeyWithRs256(EidMock mock) throws Exception {
    TestClient rsa = TestClient.registered(mock, "rsa-client", RsaJwkGenerator.generateJwk(2048));
    rsa.push(rsa.loginForm(), rsa.assertion().header("alg", "RS256"))
        .isRefused(401, "invalid_client", "has the algorithm 'RS256'");
  }

  @Test
  void theAssertionAloneNamesTheClient(EidMock mock) {
    Map<String, String> form = client.authenticated(client.loginForm(), client.assertion());
    form.remove("client_id");
    assertThat(client.post("/par", form, Map.of()).status()).isEqualTo(201);
    TestClient other = TestClient.registered(mock, "other-client", Draft.newKey());
    form.put("client_assertion", other.assertion().claim("sub", client.id()).sign());
    client.post("/par", form, Map.of()).isRefused(401, "invalid_client", "");
  }

  @Test
  void refusesAnUnregisteredClient() {
    Map<String, String> form = client.loginForm();
    form.put("client_id", "nobody");
    client
        .push(form)
        .isRefused(401, "invalid_client", "The client 'nobody' is not registered here.");
  }

  @Test
  void refusesAnAssertionThatWasUsedBefore() {
    Draft assertion = client.assertion();
    client.push(client.loginForm(), assertion).isOk();
    refuses(assertion, "was used before");
  }

  @Test
  void refusesAnAssertionThatWasUsedBeforeAtTheOtherEndpoint() {
    String code = client.code();
    Draft assertion = client.assertion();
    client.push(client.loginForm(), assertion).isOk();
    client
        .token(client.codeForm(code), assertion, client.proof("POST", "/token"))
        .isRefused(401, "invalid_client", "was used before");
  }

  @Test
  void aRefusedAssertionDoesNotUseUpItsJti() {
    Draft assertion = client.assertion().claim("jti", "one");
    refuses(client.assertion().claim("jti", "one").claim("aud", "x"), "audience");
    client.push(client.loginForm(), assertion).isOk();
  }

  @Test
  void refusesTheTokenEndpointAsAudience(EidMock mock) {
    refuses(
        client.assertion().claim("aud", mock.issuer() + "/token"),
        "it must be the issuer " + mock.issuer() + ".");
  }

  @Test
  void refusesAnArrayAsAudience(EidMock mock) {
    refuses(client.assertion().claim("aud", List.of(mock.issuer().toString())), "not one string");
  }

  @Test
  void refusesAMissingAudience() {
    refuses(client.assertion().without("aud"), "not one string");
  }

  @Test
  void refusesAlgorithmNone() {
    refuses(client.assertion().header("alg", "none"), "has the algorithm 'none'");
  }

  @Test
  void refusesASymmetricAlgorithm() {
    HmacKey key = new HmacKey("x".repeat(64).getBytes(StandardCharsets.UTF_8));
    refuses(client.assertion().header("alg", "HS256").key(key), "has the algorithm 'HS256'");
  }

  @Test
  void refusesAnAlgorithmThatDoesNotFitTheRegisteredKey() throws Exception {
    Key rsa = RsaJwkGenerator.generateJwk(2048).getPrivateKey();
    refuses(
        client.assertion().header("alg", "PS256").key(rsa), "is not signed by that key with PS256");
  }

  @Test
  void refusesAnotherKeysSignature() {
    refuses(client.assertion().key(Draft.newKey().getPrivateKey()), "is not signed by that key");
  }

  @Test
  void refusesAnUnknownKid() {
    refuses(client.assertion().header("kid", "other"), "the kid 'other', which is not registered");
  }

  @Test
  void refusesAMissingKid() {
    refuses(client.assertion().withoutHeader("kid"), "names no kid");
  }

  @Test
  void ignoresAKeyThatTheAssertionBringsAlong() {
    EllipticCurveJsonWebKey own = Draft.newKey();
    refuses(
        client
            .assertion()
            .header("jwk", own.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))
            .key(own.getPrivateKey()),
        "is not signed by that key");
  }

  @Test
  void refusesACriticalExtension() {
    refuses(client.assertion().header("crit", List.of("exp")), "crit");
  }

  @Test
  void refusesAnotherIssuer() {
    refuses(client.assertion().claim("iss", "other"), "iss is 'other'");
  }

  @Test
  void refusesAnotherSubject() {
    refuses(client.assertion().claim("sub", "other"), "sub is 'other'");
  }

  @Test
  void refusesAnExpiredAssertion() {
    refuses(client.assertion().claim("exp", client.now()), "has expired");
  }

  @Test
  void refusesAnAssertionWithoutExpiry() {
    refuses(client.assertion().without("exp"), "has no exp");
  }

  @Test
  void refusesAnExpiryThatIsNoNumber() {
    refuses(client.assertion().claim("exp", "tomorrow"), "not a number");
  }

  @Test
  void refusesAnAssertionThatLivesTooLong() {
    refuses(client.assertion().claim("exp", client.now() + 302), "longer than 5 minutes");
  }

  @Test
  void refusesAnAssertionFromTheFuture() {
    refuses(client.assertion().claim("iat", client.now() + 62), "from the future");
    refuses(client.assertion().claim("nbf", client.now() + 62), "from the future");
  }

  @Test
  void refusesAMissingJti() {
    refuses(client.assertion().without("jti"), "has no jti");
  }

  @Test
  void refusesAJtiThatWouldFillTheMemory() {
    refuses(client.assertion().claim("jti", "x".repeat(257)), "more than 256 characters");
  }

  @Test
  void refusesTextThatIsNoToken() {
    Map<String, String> form = client.loginForm();
    form.put("client_assertion", "a.b");
    client.push(form).isRefused(401, "invalid_client", "not a JWS");
    form.put("client_assertion", "!.e30.x");
    client.push(form).isRefused(401, "invalid_client", "not a JSON object");
  }

  @Test
  void refusesAnotherKindOfAssertion() {
    Map<String, String> form = client.loginForm();
    form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:saml2-bearer");
    client.push(form).isRefused(401, "invalid_client", "client_assertion_type");
  }

  @Test
  void refusesASecondWayToAuthenticate() {
    Map<String, String> form = client.loginForm();
    form.put("client_secret", "secret");
    client.push(form).isRefused(401, "invalid_client", "private_key_jwt alone");
    form = client.authenticated(client.loginForm(), client.assertion());
    client
        .post("/par", form, Map.of("Authorization", "Basic ZGVtbzpzZWNyZXQ="))
        .isRefused(401, "invalid_client", "private_key_jwt alone");
  }

  @Test
  void refusesAParameterThatIsGivenTwice() {
    String form = TestClient.encoded(client.authenticated(client.loginForm(), client.assertion()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(client.mock.issuer().resolve("/par"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form + "&client_id=x"));
    TestClient.send(request, Map.of())
        .isRefused(400, "invalid_request", "client_id is given twice");
  }

  @Test
  void refusesABodyThatIsNoForm() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(client.mock.issuer().resolve("/par"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{}"));
    TestClient.send(request, Map.of()).isRefused(400, "invalid_request", "Content-Type");
  }

  @Test
  void anAssertionIsJudgedByTheMocksClock(EidMock mock) {
    Draft assertion = client.assertion();
    mock.advance(Duration.ofSeconds(61));
    refuses(assertion, "has expired");
  }
}
