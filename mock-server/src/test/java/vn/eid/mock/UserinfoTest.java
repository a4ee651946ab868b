package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EidMockTest
class UserinfoTest {
  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  @Test
  void tellsWhatWasAskedForInEitherPlace() {
    Map<String, String> form = client.loginForm();
    form.put("claims", "{\"id_token\":{\"name\":null},\"userinfo\":{\"citizen_id\":null}}");
    String code = client.authorize(client.push(form).text("request_uri")).returned("code");
    Answer tokens = client.token(client.codeForm(code)).isOk();
    Answer answer = client.userinfo(tokens.text("access_token"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("name")).isEqualTo("Nguyễn Văn An");
    assertThat(answer.text("citizen_id")).isEqualTo("099085000011");
    assertThat(answer.json().has("birthdate")).isFalse();
    assertThat(answer.header("DPoP-Nonce")).isNotEmpty();
  }

  @Test
  void refusesARequestWithoutToken() {
    Answer answer = client.get("/userinfo", Map.of());
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("DPoP algs=\"ES256 PS256\"");
    assertThat(answer.text("code")).isEqualTo("invalid_token");
  }

  @Test
  void refusesABearerToken() {
    String token = client.accessToken();
    client
        .get("/userinfo", Map.of("Authorization", "Bearer " + token))
        .isUnauthorized("invalid_token", "The Authorization scheme must be DPoP");
  }

  @Test
  void refusesATokenOfAnotherKey(EidMock mock) {
    String token = client.accessToken();
    new TestClient(mock).userinfo(token).isUnauthorized("invalid_token", "bound to another key");
  }

  @Test
  void refusesAnUnknownToken() {
    client.userinfo("unknown").isUnauthorized("invalid_token", "not known");
  }

  @Test
  void refusesAnExpiredToken(EidMock mock) {
    String token = client.accessToken();
    mock.advance(Duration.ofSeconds(301));
    client.userinfo(token).isUnauthorized("invalid_token", "has expired");
  }

  @Test
  void refusesATokenThatHasNotTheScope() {
    String token = client.scopeToken("consent");
    Answer answer = client.userinfo(token);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text("code")).isEqualTo("insufficient_scope");
    assertThat(answer.header("WWW-Authenticate")).contains("insufficient_scope");
  }

  @Test
  void refusesAProofForAnotherToken() {
    String token = client.accessToken();
    Draft proof = client.proof("GET", "/userinfo", token);
    client
        .userinfo(token, proof.claim("ath", TestClient.sha256("other")))
        .isUnauthorized("invalid_dpop_proof", "ath is not the hash");
    client
        .userinfo(token, client.proof("GET", "/userinfo"))
        .isUnauthorized("invalid_dpop_proof", "ath is not the hash");
  }

  @Test
  void refusesAProofForAnotherRequest() {
    String token = client.accessToken();
    client
        .userinfo(token, client.proof("POST", "/userinfo", token))
        .isUnauthorized("invalid_dpop_proof", "htm");
    client
        .userinfo(token, client.proof("GET", "/token", token))
        .isUnauthorized("invalid_dpop_proof", "htu");
  }

  @Test
  void refusesAProofThatWasUsedBefore() {
    String token = client.accessToken();
    Draft proof = client.proof("GET", "/userinfo", token);
    client.userinfo(token, proof).isOk();
    client.userinfo(token, proof).isUnauthorized("invalid_dpop_proof", "was used before");
  }

  @Test
  void challengesAProofWithoutNonce() {
    String token = client.accessToken();
    Answer answer =
        client.userinfo(token, client.proof("GET", "/userinfo", token).without("nonce"));
    answer.isUnauthorized("use_dpop_nonce", "nonce");
    assertThat(answer.header("DPoP-Nonce")).isNotEmpty();
  }
}
