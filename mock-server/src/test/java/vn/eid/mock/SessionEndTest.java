package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EidMockTest
class SessionEndTest {
  private static final String AN = "099085000011";
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  private TestClient client;
  private Receiver application;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
    application = new Receiver();
    mock.deliverLogoutTo(application.at("/logouts"));
  }

  @AfterEach
  void stop() {
    application.close();
  }

  private void isLoggedOut(Answer login) {
    client
        .userinfo(login.text("access_token"))
        .isUnauthorized("invalid_token", "its session is over");
    client
        .refresh(login.text("refresh_token"))
        .isRefused(400, "invalid_grant", "its session is over");
  }

  @Test
  void theTokenSaysWhichSessionOfWhomHasEnded(EidMock mock) {
    JsonNode idToken = Tokens.claims(client.logInOffline().text("id_token"));
    mock.endSessionsOf(mock.citizen(AN));
    mock.awaitDeliveries();
    Receiver.Post post = application.only();
    assertThat(post.path()).isEqualTo("POST /logouts");
    assertThat(post.type()).isEqualTo("application/x-www-form-urlencoded");
    String token = post.form("logout_token");
    assertThat(Tokens.header(token).path("typ").asText()).isEqualTo("logout+jwt");
    JsonNode claims = Tokens.verified(client, token);
    for (String name : new String[] {"iss", "aud", "sub", "sid"}) {
      assertThat(claims.path(name)).as(name).isEqualTo(idToken.path(name));
    }
    assertThat(claims.path("events").toString()).isEqualTo("{\"" + EVENT + "\":{}}");
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(120);
    assertThat(claims.path("jti").asText()).hasSizeGreaterThan(20);
    assertThat(claims.has("nonce")).isFalse();
  }

  @Test
  void everySessionOfTheCitizenEndsAndIsToldOnce(EidMock mock) {
    Answer one = client.logInOffline();
    Answer other = client.logInOffline();
    mock.endSessionsOf(mock.citizen(AN));
    mock.endSessionsOf(mock.citizen(AN));
    mock.awaitDeliveries();
    assertThat(application.posts()).hasSize(2);
    isLoggedOut(one);
    isLoggedOut(other);
  }

  @Test
  void anotherCitizensSessionGoesOn(EidMock mock) {
    Answer login = client.logInOffline();
    mock.endSessionsOf(mock.citizen("099192000022"));
    mock.awaitDeliveries();
    assertThat(application.posts()).isEmpty();
    client.userinfo(login.text("access_token")).isOk();
  }

  @Test
  void aLogoutInTheBrowserIsTold(EidMock mock) {
    String idToken = client.logInOffline().text("id_token");
    client.get("/logout?id_token_hint=" + idToken, Map.of()).isOk();
    mock.awaitDeliveries();
    String token = application.only().form("logout_token");
    assertThat(Tokens.claims(token).path("sid")).isEqualTo(Tokens.claims(idToken).path("sid"));
  }

  @Test
  void aLoginOnThePhoneHasASessionToo(EidMock mock) {
    String request = client.askOnPhone(client.pushForm(AN)).isOk().text("auth_req_id");
    String access = client.poll(request).isOk().text("access_token");
    mock.endSessionsOf(mock.citizen(AN));
    client.userinfo(access).isUnauthorized("invalid_token", "its session is over");
  }

  @Test
  void aLockedAccountHasNoSessionsAndApprovesNothing(EidMock mock) {
    Answer login = client.logInOffline();
    mock.citizen(AN).ignoresNext();
    String request = client.askOnPhone(client.pushForm(AN)).isOk().text("auth_req_id");
    mock.citizen(AN).locksAccount();
    mock.awaitDeliveries();
    assertThat(application.posts()).hasSize(1);
    isLoggedOut(login);
    client.poll(request).isRefused(400, "account_locked", "locked");
    assertThat(client.callback(Map.of()).returned("error")).isEqualTo("account_locked");
    mock.reset();
    assertThat(client.code()).isNotEmpty();
  }

  @Test
  void aTokenThatWasRevokedLeavesTheSessionToBeEnded(EidMock mock) {
    client.revoke(client.logInOffline().text("refresh_token")).isOk();
    mock.endSessionsOf(mock.citizen(AN));
    mock.awaitDeliveries();
    assertThat(application.posts()).hasSize(1);
  }

  @Test
  void withoutAnAddressTheSessionsEndSilently(EidMock mock) {
    mock.reset();
    Answer login = client.logInOffline();
    mock.endSessionsOf(mock.citizen(AN));
    mock.awaitDeliveries();
    assertThat(application.posts()).isEmpty();
    isLoggedOut(login);
  }

  @Test
  void triesAgainWhereTheApplicationIsOutOfOrderAndNotWhereItSaysNo(EidMock mock) {
    application.answers(500, 400);
    client.logInOffline();
    mock.endSessionsOf(mock.citizen(AN));
    mock.awaitDeliveries();
    assertThat(application.posts()).hasSize(2);
    assertThat(application.posts().get(0).body()).isEqualTo(application.posts().get(1).body());
  }

  @Test
  void aTestMayHaveTheTokenWithoutAnyDelivery(EidMock mock) {
    client.logInOffline();
    String latest = Tokens.claims(client.logInOffline().text("id_token")).path("sid").asText();
    String token = mock.logoutToken(mock.citizen(AN));
    assertThat(Tokens.verified(client, token).path("sid").asText()).isEqualTo(latest);
    assertThat(mock.logoutToken(mock.citizen(AN))).isNotEqualTo(token);
    mock.awaitDeliveries();
    assertThat(application.posts()).isEmpty();
  }

  @Test
  void thereIsNoTokenAboutASessionThatIsNot(EidMock mock) {
    assertThatThrownBy(() -> mock.logoutToken(mock.citizen(AN)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("log in first")
        .hasMessageNotContaining("099");
  }
}
