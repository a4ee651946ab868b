package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EidMockTest
class PushedAuthorizationTest {
  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  private void refuses(String name, String value, String error, String reason) {
    Map<String, String> form = client.loginForm();
    form.put(name, value);
    client.push(form).isRefused(400, error, reason);
  }

  @Test
  void answersWithARequestUriThatLivesForAMinute() {
    Answer answer = client.push(client.loginForm());
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("request_uri")).startsWith("urn:ietf:params:oauth:request_uri:");
    assertThat(answer.json().path("expires_in").asInt()).isEqualTo(60);
    assertThat(answer.header("DPoP-Nonce")).isNotEmpty();
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example/callback/",
        "https://app.example/Callback",
        "https://app.example/callback?x=1",
        "https://app.example:443/callback",
        "http://app.example/callback",
        "https://app.example/callbac"
      })
  void refusesARedirectUriThatDiffersByOneCharacter(String uri) {
    refuses("redirect_uri", uri, "invalid_request", "is not registered");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "response_type",
        "redirect_uri",
        "scope",
        "state",
        "nonce",
        "code_challenge",
        "dpop_jkt",
        "client_assertion_type"
      })
  void refusesARequestWithoutARequiredParameter(String name) {
    refuses(name, "", "invalid_request", "The parameter " + name + " is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "response_type, token, unsupported_response_type, 'token'",
    "response_mode, fragment, invalid_request, query",
    "scope, profile, invalid_scope, openid",
    "scope, openid consent, invalid_scope, openid",
    "scope, sandbox, invalid_scope, openid",
    "scope, openid  sandbox, invalid_scope, openid",
    "prompt, select_account, invalid_request, The prompt",
    "prompt, none consent, invalid_request, stands alone",
    "code_challenge, short, invalid_request, SHA-256",
    "dpop_jkt, short, invalid_request, thumbprint",
    "max_age, -1, invalid_request, max_age",
    "acr_values, 2 5, invalid_request, the levels are",
    "request_uri, urn:x, invalid_request, must not hold a request_uri",
    "request, e30.e30., request_not_supported, Request objects",
    "claims, [], invalid_request, not a JSON object",
    "claims, '{\"access_token\":{}}', invalid_request, the member",
    "claims, '{\"id_token\":{\"phone\":null}}', invalid_request, no claim",
    "claims, '{\"id_token\":{\"name\":true}}', invalid_request, with null or with",
    "claims, '{\"id_token\":{\"acr\":{\"values\":[\"5\"]}}}', invalid_request, the levels are",
    "claims, '{\"userinfo\":{\"acr\":null}}', invalid_request, no claim"
  })
  void refusesAParameterOutsideTheProfile(String name, String value, String error, String reason) {
    refuses(name, value, error, reason);
  }

  @Test
  void refusesAStateThatWouldFillTheMemory() {
    refuses("state", "x".repeat(1025), "invalid_request", "longer than 1024");
  }

  @Test
  void refusesThePlainChallengeMethod() {
    refuses("code_challenge_method", "plain", "invalid_request", "only S256 is safe");
  }

  @Test
  void aMissingChallengeMethodMeansPlainAndIsRefused() {
    Map<String, String> form = client.loginForm();
    form.remove("code_challenge_method");
    client.push(form).isRefused(400, "invalid_request", "would mean plain; send S256");
  }

  @Test
  void refusesARequestWithoutPkce() {
    Map<String, String> form = client.loginForm();
    form.remove("code_challenge_method");
    form.remove("code_challenge");
    client.push(form).isRefused(400, "invalid_request", "S256");
  }

  @Test
  void acceptsAProofOfTheKeyThatDpopJktNames() {
    assertThat(pushWith(client.proof("POST", "/par")).status()).isEqualTo(201);
  }

  @Test
  void aProofAloneNamesTheKeyToo(EidMock mock) {
    Map<String, String> form = client.loginForm();
    form.remove("dpop_jkt");
    String proof = client.proof("POST", "/par").sign();
    Map<String, String> authenticated = client.authenticated(form, client.assertion());
    Answer pushed = client.post("/par", authenticated, Map.of("DPoP", proof)).isOk();
    String code = client.authorize(pushed.text("request_uri")).isOk().returned("code");
    Draft other = new TestClient(mock).proof("POST", "/token");
    client
        .token(client.codeForm(code), client.assertion(), other)
        .isRefused(400, "invalid_grant", "another key than dpop_jkt");
  }

  @Test
  void refusesAProofOfAnotherKeyThanDpopJktNames(EidMock mock) {
    pushWith(new TestClient(mock).proof("POST", "/par"))
        .isRefused(400, "invalid_dpop_proof", "of another key than dpop_jkt");
  }

  @Test
  void refusesAProofForAnotherPath() {
    pushWith(client.proof("POST", "/token")).isRefused(400, "invalid_dpop_proof", "htu");
  }

  private Answer pushWith(Draft proof) {
    return client.post(
        "/par",
        client.authenticated(client.loginForm(), client.assertion()),
        Map.of("DPoP", proof.sign()));
  }
}
