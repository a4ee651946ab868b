package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.eid.mock.endpoint.Json;

@EidMockTest
class CodeExchangeTest {
  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  private JsonNode idToken(Map<String, String> form) throws Exception {
    String code = client.authorize(client.push(form).isOk().text("request_uri")).returned("code");
    return verified(client.token(client.codeForm(code)).isOk().text("id_token"));
  }

  private JsonNode verified(String idToken) throws Exception {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setCompactSerialization(idToken);
    JsonWebKeySet keys = new JsonWebKeySet(client.get("/jwks", Map.of()).body());
    assertThat(keys.getJsonWebKeys()).hasSize(1);
    assertThat(client.get("/jwks", Map.of()).body()).doesNotContain("\"d\"");
    jws.setKey(keys.findJsonWebKey(jws.getKeyIdHeaderValue(), "EC", "sig", "ES256").getKey());
    assertThat(jws.verifySignature()).isTrue();
    return Json.mapper().readTree(jws.getPayload());
  }

  @Test
  void answersWithABoundTokenAndAnIdToken() throws Exception {
    Answer answer = client.token(client.codeForm(client.code()));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("token_type")).isEqualTo("DPoP");
    assertThat(answer.json().path("expires_in").asInt()).isEqualTo(300);
    assertThat(answer.text("scope")).isEqualTo("openid");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("DPoP-Nonce")).isNotEmpty();
    verified(answer.text("id_token"));
  }

  @Test
  void theIdTokenSaysWhoLoggedInWhenAndHow(EidMock mock) throws Exception {
    JsonNode claims = idToken(client.loginForm());
    assertThat(claims.path("iss").asText()).isEqualTo(mock.issuer().toString());
    assertThat(claims.path("aud").asText()).isEqualTo(mock.clientId());
    assertThat(claims.path("nonce").asText()).isEqualTo("the-nonce");
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
    assertThat(claims.path("auth_time").asLong()).isCloseTo(client.now(), within(5));
    assertThat(claims.path("acr").asText()).isEqualTo("2");
    assertThat(claims.path("account_level").asInt()).isEqualTo(2);
    assertThat(claims.path("at_hash").asText()).hasSize(22);
    assertThat(claims.path("sub").asText()).doesNotContain("099085000011");
    assertThat(claims.has("name")).isFalse();
    assertThat(claims.has("azp")).isFalse();
  }

  private static org.assertj.core.data.Offset<Long> within(long seconds) {
    return org.assertj.core.data.Offset.offset(seconds);
  }

  @Test
  void theIdTokenHoldsTheClaimsThatWereAskedFor() throws Exception {
    Map<String, String> form = client.loginForm();
    form.put("claims", "{\"id_token\":{\"name\":null,\"birthdate\":{\"essential\":true}}}");
    JsonNode claims = idToken(form);
    assertThat(claims.path("name").asText()).isEqualTo("Nguyễn Văn An");
    assertThat(claims.path("birthdate").asText()).isEqualTo("1985-03-12");
    assertThat(claims.has("citizen_id")).isFalse();
  }

  @Test
  void theLevelIsTheMostWantedOneThatTheAccountCanReach(EidMock mock) throws Exception {
    Map<String, String> form = client.loginForm();
    form.put("acr_values", "3 2");
    assertThat(idToken(form).path("acr").asText()).isEqualTo("3");
    mock.signsIn("099192000022");
    assertThat(idToken(form).path("acr").asText()).isEqualTo("2");
  }

  @Test
  void theSubjectStaysTheSameAcrossResetsAndDiffersByPerson(EidMock mock) throws Exception {
    String first = idToken(client.loginForm()).path("sub").asText();
    mock.reset();
    assertThat(idToken(client.loginForm()).path("sub").asText()).isEqualTo(first);
    mock.signsIn("099192000022");
    assertThat(idToken(client.loginForm()).path("sub").asText()).isNotEqualTo(first);
  }

  @Test
  void refusesACodeThatWasUsedBeforeAndRevokesItsTokens() {
    String code = client.code();
    String accessToken = client.token(client.codeForm(code)).isOk().text("access_token");
    assertThat(client.userinfo(accessToken).status()).isEqualTo(200);
    client.token(client.codeForm(code)).isRefused(400, "invalid_grant", "was used before");
    client.userinfo(accessToken).isUnauthorized("invalid_token", "was revoked");
  }

  @Test
  void refusesACodeAfterAMinute(EidMock mock) {
    String code = client.code();
    mock.advance(Duration.ofSeconds(61));
    client.token(client.codeForm(code)).isRefused(400, "invalid_grant", "older than 60 seconds");
  }

  @Test
  void refusesAnUnknownCode() {
    client.token(client.codeForm("unknown")).isRefused(400, "invalid_grant", "unknown");
  }

  @Test
  void refusesAnotherRedirectUri() {
    Map<String, String> form = client.codeForm(client.code());
    form.put("redirect_uri", "http://localhost/callback");
    client.token(form).isRefused(400, "invalid_grant", "redirect_uri");
  }

  @Test
  void refusesAWrongVerifier() {
    Map<String, String> form = client.codeForm(client.code());
    form.put("code_verifier", TestClient.VERIFIER + "x");
    client.token(form).isRefused(400, "invalid_grant", "code_verifier");
  }

  @Test
  void refusesAMissingVerifier() {
    Map<String, String> form = client.codeForm(client.code());
    form.remove("code_verifier");
    client.token(form).isRefused(400, "invalid_request", "code_verifier is missing");
  }

  @Test
  void nobodyMayGuessAtAVerifierTwice() {
    Map<String, String> form = client.codeForm(client.code());
    form.put("code_verifier", TestClient.VERIFIER + "x");
    client.token(form).isRefused(400, "invalid_grant", "code_verifier");
    form.put("code_verifier", TestClient.VERIFIER);
    client.token(form).isRefused(400, "invalid_grant", "was used before");
  }

  @Test
  void refusesAProofOfAnotherKeyThanTheLoginWasBoundTo(EidMock mock) {
    Draft other = new TestClient(mock).proof("POST", "/token");
    client
        .token(client.codeForm(client.code()), client.assertion(), other)
        .isRefused(400, "invalid_grant", "another key than dpop_jkt");
  }

  @Test
  void anotherClientCanNeitherUseNorSpoilACode(EidMock mock) {
    String code = client.code();
    TestClient other = TestClient.registered(mock, "other-client", Draft.newKey());
    other.token(other.codeForm(code)).isRefused(400, "invalid_grant", "another client's");
    assertThat(client.token(client.codeForm(code)).status()).isEqualTo(200);
    other.token(other.codeForm(code)).isRefused(400, "invalid_grant", "another client's");
  }

  @Test
  void twoClientsCannotFindOutThatTheyKnowTheSamePerson(EidMock mock) throws Exception {
    TestClient other = TestClient.registered(mock, "other-client", Draft.newKey());
    String own = client.userinfo(client.accessToken()).text("sub");
    assertThat(other.userinfo(other.accessToken()).text("sub")).isNotEqualTo(own);
  }

  @Test
  void refusesAnotherGrantType() {
    client
        .token(Map.of("grant_type", "password"))
        .isRefused(400, "unsupported_grant_type", "'password'");
  }

  @Test
  void ofThirtyTwoThreadsThatRaceForACodeExactlyOneWins() throws Exception {
    String code = client.code();
    CountDownLatch ready = new CountDownLatch(32);
    ExecutorService pool = Executors.newFixedThreadPool(32);
    try {
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        answers.add(
            pool.submit(
                () -> {
                  Map<String, String> form = client.codeForm(code);
                  Draft assertion = client.assertion();
                  Draft proof = client.proof("POST", "/token");
                  ready.countDown();
                  ready.await();
                  return client.token(form, assertion, proof);
                }));
      }
      List<Answer> good = new ArrayList<>();
      for (Future<Answer> answer : answers) {
        if (answer.get().status() == 200) {
          good.add(answer.get());
        } else {
          answer.get().isRefused(400, "invalid_grant", "was used before");
        }
      }
      assertThat(good).hasSize(1);
      client
          .userinfo(good.get(0).text("access_token"))
          .isUnauthorized("invalid_token", "was revoked");
    } finally {
      pool.shutdownNow();
    }
  }
}
