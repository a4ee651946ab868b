package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EidMockTest
class SandboxTest {
  private static final String ECHO = "/sandbox/v1/echo";
  private static final String VAULT = "/sandbox/v1/vault";

  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  private String token(String acr) {
    return client.logIn(Map.of("scope", "openid sandbox", "acr_values", acr)).text("access_token");
  }

  private Answer post(String body, String token) {
    String proof = client.proof("POST", ECHO, token).sign();
    return TestClient.send(
        HttpRequest.newBuilder(URI.create(client.mock.issuer() + ECHO))
            .POST(HttpRequest.BodyPublishers.ofString(body)),
        Map.of("Authorization", "DPoP " + token, "DPoP", proof));
  }

  @Test
  void echoesTheQueryAndSaysWhoseTokenItWas() {
    String token = token("2");
    Answer answer = client.resource(ECHO + "?a=1&a=%C4%91", token).isOk();
    assertThat(answer.text("method")).isEqualTo("GET");
    assertThat(answer.text("query")).isEqualTo("a=1&a=%C4%91");
    assertThat(answer.text("sub")).isEqualTo(client.userinfo(token).text("sub"));
    assertThat(answer.header("DPoP-Nonce")).isNotEmpty();
  }

  @Test
  void measuresTheBodyThatItWasSent() {
    Answer answer = post("abc", token("2")).isOk();
    assertThat(answer.text("method")).isEqualTo("POST");
    assertThat(answer.json().path("length").asInt()).isEqualTo(3);
    assertThat(answer.text("sha256"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(post("", token("2")).isOk().json().path("length").asInt()).isZero();
  }

  @Test
  void refusesATokenWithoutTheScope() {
    client
        .resource(ECHO, client.accessToken())
        .isProblem(403, "insufficient_scope", "lacks the scope sandbox");
    client
        .resource(VAULT, client.accessToken())
        .isProblem(403, "insufficient_scope", "lacks the scope sandbox");
  }

  @Test
  void isGuardedLikeEveryResource(EidMock mock) {
    String token = token("2");
    assertThat(client.get(ECHO, Map.of()).status()).isEqualTo(401);
    client
        .get(ECHO, Map.of("Authorization", "Bearer " + token))
        .isUnauthorized("invalid_token", "must be DPoP");
    new TestClient(mock).resource(ECHO, token).isUnauthorized("invalid_token", "another key");
  }

  @Test
  void theVaultOpensToAFreshAndStrongAuthentication() {
    Answer answer = client.resource(VAULT, token("3")).isOk();
    assertThat(answer.text("acr")).isEqualTo("3");
    assertThat(answer.json().path("auth_time").asLong()).isCloseTo(client.now(), within(5));
  }

  private static org.assertj.core.data.Offset<Long> within(long seconds) {
    return org.assertj.core.data.Offset.offset(seconds);
  }

  @Test
  void theVaultAsksAWeakAuthenticationToStepUp() {
    Answer answer = client.resource(VAULT, token("2"));
    answer.isUnauthorized("insufficient_user_authentication", "level 3 or 4");
    assertThat(answer.header("WWW-Authenticate"))
        .contains("error_description=\"")
        .endsWith("acr_values=\"3 4\", max_age=\"300\"");
  }

  @Test
  void theVaultAsksAnOldAuthenticationToStepUp(EidMock mock) {
    Answer login =
        client.logIn(
            Map.of(
                "scope", "openid sandbox offline_access", "prompt", "consent", "acr_values", "4"));
    mock.advance(Duration.ofSeconds(302));
    String token = client.refresh(login.text("refresh_token")).isOk().text("access_token");
    Answer answer = client.resource(VAULT, token);
    answer.isUnauthorized("insufficient_user_authentication", "300 seconds");
    assertThat(answer.header("WWW-Authenticate")).contains("max_age=\"300\"");
    assertThat(client.resource(ECHO, token).status()).isEqualTo(200);
  }
}
