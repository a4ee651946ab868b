package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EidMockTest
class LogoutTest {
  private static final String SIGNED_OUT = "https://app.example/signed-out";

  private TestClient client;
  private Answer login;
  private String idToken;
  private String sid;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
    login = client.logInOffline();
    idToken = login.text("id_token");
    sid = Tokens.claims(idToken).path("sid").asText();
  }

  private Map<String, String> query(String... namesAndValues) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("post_logout_redirect_uri", SIGNED_OUT);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      query.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return query;
  }

  private Answer logOut(Map<String, String> query) {
    return client.get("/logout?" + TestClient.encoded(query), Map.of());
  }

  private void isLoggedOut() {
    client
        .userinfo(login.text("access_token"))
        .isUnauthorized("invalid_token", "its session is over");
    client
        .refresh(login.text("refresh_token"))
        .isRefused(400, "invalid_grant", "its session is over");
  }

  private void isStillLoggedIn() {
    client.userinfo(login.text("access_token")).isOk();
    client.refresh(login.text("refresh_token")).isOk();
  }

  @Test
  void anIdTokenEndsItsSessionAndTheBrowserGoesBack() {
    Answer back = logOut(query("id_token_hint", idToken, "state", "a&b"));
    assertThat(back.status()).isEqualTo(303);
    assertThat(back.header("Location")).isEqualTo(SIGNED_OUT + "?state=a%26b");
    assertThat(back.header("Referrer-Policy")).isEqualTo("no-referrer");
    isLoggedOut();
  }

  @Test
  void theSessionMayBeNamedByItsSid() {
    String clientId = client.mock.clientId();
    Answer back = logOut(query("client_id", clientId, "logout_hint", sid));
    assertThat(back.header("Location")).isEqualTo(SIGNED_OUT);
    isLoggedOut();
  }

  @Test
  void aFormDoesAsMuchAsALink() {
    Answer back = client.post("/logout", query("id_token_hint", idToken), Map.of());
    assertThat(back.header("Location")).isEqualTo(SIGNED_OUT);
    isLoggedOut();
  }

  @Test
  void anIdTokenThatHasExpiredIsAGoodHint(EidMock mock) {
    mock.advance(Duration.ofHours(2));
    assertThat(logOut(query("id_token_hint", idToken)).status()).isEqualTo(303);
    client.refresh(login.text("refresh_token")).isRefused(400, "invalid_grant", "session is over");
  }

  @Test
  void anIdTokenByAKeyThatIsStillPublishedIsAGoodHint(EidMock mock) {
    mock.rotateKeys(KeyRotation.PLANNED);
    assertThat(logOut(query("id_token_hint", idToken)).status()).isEqualTo(303);
    isLoggedOut();
  }

  @Test
  void anIdTokenByAKeyThatWasWithdrawnIsNone(EidMock mock) {
    mock.rotateKeys(KeyRotation.COMPROMISED);
    logOut(query("id_token_hint", idToken)).isErrorPage("by a key that is not published");
    isStillLoggedIn();
  }

  @Test
  void otherSessionsOfTheSamePersonGoOn() {
    Answer other = client.logInOffline();
    logOut(query("id_token_hint", idToken)).isOk();
    isLoggedOut();
    client.userinfo(other.text("access_token")).isOk();
  }

  @Test
  void withoutAnAddressAPageSaysThatItIsDone() {
    Answer page = client.get("/logout?lang=en&id_token_hint=" + idToken, Map.of());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("You are signed out");
    isLoggedOut();
  }

  @Test
  void loggingOutTwiceIsNoError() {
    logOut(query("id_token_hint", idToken)).isOk();
    assertThat(logOut(query("id_token_hint", idToken)).header("Location")).isEqualTo(SIGNED_OUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example/signed-out/",
        "https://app.example/Signed-out",
        "https://app.example/callback",
        "https://evil.example/",
        "javascript:alert(1)"
      })
  void sendsNobodyToAnAddressThatIsNotRegistered(String uri) {
    logOut(query("id_token_hint", idToken, "post_logout_redirect_uri", uri))
        .isErrorPage("is not registered for this client");
    isStillLoggedIn();
  }

  @Test
  void sendsNobodyAnywhereWithoutKnowingTheClient() {
    logOut(query("logout_hint", sid)).isErrorPage("is not registered for this client");
    logOut(query("logout_hint", sid, "client_id", "unknown"))
        .isErrorPage("is not registered for this client");
    isStillLoggedIn();
  }

  @Test
  void refusesAHintThatTheProviderDidNotSign() {
    Draft forged =
        new Draft(Draft.newKey().getPrivateKey())
            .claim("iss", client.mock.issuer().toString())
            .claim("aud", client.mock.clientId())
            .claim("sid", sid);
    logOut(query("id_token_hint", forged.sign())).isErrorPage("is not signed by that key");
    logOut(query("id_token_hint", forged.header("alg", "none").sign()))
        .isErrorPage("sign it with ES256 or PS256");
    logOut(query("id_token_hint", "x")).isErrorPage("is not a JWS");
    isStillLoggedIn();
  }

  @Test
  void refusesAHintThatWasIssuedToAnotherClient() {
    logOut(query("id_token_hint", idToken, "client_id", "other-client"))
        .isErrorPage("was issued to another client");
    isStillLoggedIn();
  }

  @Test
  void nobodyEndsAnotherClientsSession(EidMock mock) {
    TestClient.registered(mock, "other-client", Draft.newKey());
    client.get("/logout?client_id=other-client&logout_hint=" + sid, Map.of()).isOk();
    isStillLoggedIn();
  }

  @Test
  void aParameterThatIsGivenTwiceIsRefused() {
    client.get("/logout?state=a&id_token_hint=x&id_token_hint=y", Map.of()).isErrorPage("twice");
  }

  @Test
  void theAddressesOfTheOptionsTakeThePlaceOfTheUsualOnes() {
    MockOptions options =
        MockOptions.defaults()
            .logoutUri("https://one.example/bye?x=1")
            .logoutUri("http://localhost:3000/bye");
    try (EidMock own = EidMock.start(options)) {
      client = new TestClient(own);
      Map<String, String> query = query("client_id", own.clientId(), "state", "s");
      logOut(query).isErrorPage("is not registered");
      query.put("post_logout_redirect_uri", "https://one.example/bye?x=1");
      assertThat(logOut(query).header("Location")).isEqualTo("https://one.example/bye?x=1&state=s");
      query.put("post_logout_redirect_uri", "http://localhost:3000/bye");
      assertThat(logOut(query).status()).isEqualTo(303);
    }
  }
}
