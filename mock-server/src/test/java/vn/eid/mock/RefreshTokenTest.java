package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EidMockTest
class RefreshTokenTest {
  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  private String refreshToken() {
    return client.logInOffline().text("refresh_token");
  }

  @Test
  void aLoginThatMayGoOnWithoutTheCitizenGivesARefreshToken() {
    Answer answer = client.logInOffline();
    assertThat(answer.text("refresh_token")).hasSizeGreaterThan(40);
    assertThat(answer.text("scope")).isEqualTo("openid offline_access sandbox");
  }

  @Test
  void withoutTheCitizensConsentThereIsNone() {
    Answer answer = client.logIn(Map.of("scope", "openid offline_access"));
    assertThat(answer.json().has("refresh_token")).isFalse();
    assertThat(answer.text("scope")).isEqualTo("openid");
    assertThat(client.logIn(Map.of("prompt", "consent")).json().has("refresh_token")).isFalse();
  }

  @Test
  void givesANewAccessTokenAndKeepsTheRefreshToken() {
    Answer login = client.logInOffline();
    Answer answer = client.refresh(login.text("refresh_token")).isOk();
    assertThat(answer.text("access_token")).isNotEqualTo(login.text("access_token"));
    assertThat(answer.text("refresh_token")).isEqualTo(login.text("refresh_token"));
    assertThat(answer.text("token_type")).isEqualTo("DPoP");
    assertThat(answer.json().path("expires_in").asInt()).isEqualTo(300);
    assertThat(answer.text("scope")).isEqualTo("openid offline_access sandbox");
    assertThat(answer.json().has("id_token")).isFalse();
    assertThat(answer.header("DPoP-Nonce")).isNotEmpty();
    assertThat(client.userinfo(answer.text("access_token")).status()).isEqualTo(200);
  }

  @Test
  void mayAskForLessThanWasGrantedAndNeverForMore() {
    String token = refreshToken();
    Map<String, String> form =
        Map.of("grant_type", "refresh_token", "refresh_token", token, "scope", "sandbox");
    assertThat(client.token(form).isOk().text("scope")).isEqualTo("sandbox");
    client
        .token(Map.of("grant_type", "refresh_token", "refresh_token", token, "scope", "consent"))
        .isRefused(400, "invalid_scope", "more than the login was granted");
  }

  @Test
  void worksForADayFromTheLogin(EidMock mock) {
    String token = refreshToken();
    mock.advance(Duration.ofHours(23));
    client.refresh(token).isOk();
    mock.advance(Duration.ofHours(1));
    client.refresh(token).isRefused(400, "invalid_grant", "older than a day");
  }

  @Test
  void refusesAnUnknownOrMissingToken() {
    client.refresh("unknown").isRefused(400, "invalid_grant", "unknown");
    client.refresh("").isRefused(400, "invalid_request", "refresh_token is missing");
  }

  @Test
  void refusesAnotherKeyThanTheOneOfTheLogin(EidMock mock) {
    String token = refreshToken();
    new TestClient(mock).refresh(token).isRefused(400, "invalid_grant", "another key");
    client.refresh(token).isOk();
  }

  @Test
  void refusesAnotherClient(EidMock mock) {
    String token = refreshToken();
    TestClient other = TestClient.registered(mock, "other-client", Draft.newKey());
    other.refresh(token).isRefused(400, "invalid_grant", "another client's");
  }

  @Test
  void asksForANonceAsForEveryToken() {
    Map<String, String> form =
        Map.of("grant_type", "refresh_token", "refresh_token", refreshToken());
    client
        .token(form, client.assertion(), client.proof("POST", "/token").without("nonce"))
        .isRefused(400, "use_dpop_nonce", "nonce");
  }

  @Test
  void aCodeThatIsUsedTwiceEndsTheRefreshTokenToo() {
    Map<String, String> changes = Map.of("scope", "openid offline_access", "prompt", "consent");
    String code = client.callback(changes).returned("code");
    String token = client.token(client.codeForm(code)).isOk().text("refresh_token");
    client.token(client.codeForm(code)).isRefused(400, "invalid_grant", "was used before");
    client.refresh(token).isRefused(400, "invalid_grant", "revoked");
  }

  @Test
  void aRotatedTokenDiesWithItsUse(EidMock mock) {
    String old = refreshToken();
    mock.inject(Fault.REFRESH_TOKEN_ROTATED);
    String next = client.refresh(old).isOk().text("refresh_token");
    assertThat(next).isNotEmpty().isNotEqualTo(old);
    client.refresh(old).isRefused(400, "invalid_grant", "unknown");
    client.refresh(next).isOk();
  }

  @Test
  void aRevokedRefreshTokenTakesItsAccessTokensAlong() {
    Answer login = client.logInOffline();
    assertThat(client.revoke(login.text("refresh_token")).status()).isEqualTo(200);
    client.refresh(login.text("refresh_token")).isRefused(400, "invalid_grant", "revoked");
    client.userinfo(login.text("access_token")).isUnauthorized("invalid_token", "was revoked");
  }

  @Test
  void aRevokedAccessTokenEndsAlone() {
    Answer login = client.logInOffline();
    assertThat(client.revoke(login.text("access_token")).status()).isEqualTo(200);
    client.userinfo(login.text("access_token")).isUnauthorized("invalid_token", "was revoked");
    client.refresh(login.text("refresh_token")).isOk();
  }

  @Test
  void revokingWhatNobodyKnowsIsNoError() {
    Answer login = client.logInOffline();
    assertThat(client.revoke("unknown").status()).isEqualTo(200);
    assertThat(client.revoke(login.text("refresh_token")).status()).isEqualTo(200);
    assertThat(client.revoke(login.text("refresh_token")).status()).isEqualTo(200);
  }

  @Test
  void nobodyRevokesAnotherClientsToken(EidMock mock) {
    Answer login = client.logInOffline();
    TestClient other = TestClient.registered(mock, "other-client", Draft.newKey());
    other.revoke(login.text("refresh_token")).isRefused(400, "invalid_grant", "another client");
    other.revoke(login.text("access_token")).isRefused(400, "invalid_grant", "another client");
    client.refresh(login.text("refresh_token")).isOk();
  }

  @Test
  void aRevocationNeedsTheClientAndAToken() {
    client
        .post("/revocation", Map.of("client_id", client.mock.clientId(), "token", "x"), Map.of())
        .isRefused(400, "invalid_request", "client_assertion_type is missing");
    client.revoke("").isRefused(400, "invalid_request", "token is missing");
  }
}
