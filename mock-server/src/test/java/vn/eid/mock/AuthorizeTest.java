package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EidMockTest
class AuthorizeTest {
  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  private String pushed() {
    return client.push(client.loginForm()).isOk().text("request_uri");
  }

  @Test
  void sendsTheBrowserBackWithCodeStateAndIssuer(EidMock mock) {
    Answer answer = client.authorize(pushed());
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).startsWith(TestClient.CALLBACK + "?");
    assertThat(answer.returned("code")).hasSizeGreaterThan(40);
    assertThat(answer.returned("state")).isEqualTo("the-state");
    assertThat(answer.returned("iss")).isEqualTo(mock.issuer().toString());
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
  }

  @Test
  void refusesAPlainRequestWithAPageAndNoRedirect() {
    Map<String, String> plain = client.loginForm();
    plain.put("client_id", client.mock.clientId());
    client
        .get("/authorize?" + TestClient.encoded(plain), Map.of())
        .isErrorPage("push the request to the PAR endpoint first");
  }

  @Test
  void honoursNothingButThePushedRequest() {
    Map<String, String> query = client.authorizeQuery(pushed());
    query.put("redirect_uri", "https://evil.example/");
    query.put("state", "other");
    Answer answer = client.get("/authorize?" + TestClient.encoded(query), Map.of());
    assertThat(answer.header("Location")).startsWith(TestClient.CALLBACK);
    assertThat(answer.returned("state")).isEqualTo("the-state");
  }

  @Test
  void refusesAnUnknownRequestUri() {
    client.authorize("urn:ietf:params:oauth:request_uri:x").isErrorPage("unknown");
  }

  @Test
  void refusesARequestUriThatWasUsedBefore() {
    String requestUri = pushed();
    client.authorize(requestUri).isOk();
    client.authorize(requestUri).isErrorPage("used already");
  }

  @Test
  void refusesARequestUriAfterAMinute(EidMock mock) {
    String requestUri = pushed();
    mock.advance(Duration.ofSeconds(60));
    client.authorize(requestUri).isErrorPage("expired");
  }

  @Test
  void acceptsARequestUriBeforeTheMinuteIsOver(EidMock mock) {
    String requestUri = pushed();
    mock.advance(Duration.ofSeconds(55));
    assertThat(client.authorize(requestUri).status()).isEqualTo(303);
  }

  @Test
  void refusesAnotherClientsRequestUri() {
    Map<String, String> query = client.authorizeQuery(pushed());
    query.put("client_id", "other-client");
    client.get("/authorize?" + TestClient.encoded(query), Map.of()).isErrorPage("another client");
  }

  @Test
  void aCitizenWhoDeclinesIsToldToTheApplication(EidMock mock) {
    mock.signsIn("099075000112");
    Answer answer = client.authorize(pushed());
    assertThat(answer.returned("error")).isEqualTo("access_denied");
    assertThat(answer.returned("error_description")).isEqualTo("The citizen declined.");
    assertThat(mock.refusals()).isEmpty();
    assertThat(answer.returned("state")).isEqualTo("the-state");
    assertThat(answer.returned("iss")).isEqualTo(mock.issuer().toString());
    assertThat(answer.returned("code")).isEmpty();
  }

  @Test
  void aCitizenMayDeclineOnce(EidMock mock) {
    mock.citizen("099085000011").declinesNext();
    assertThat(client.authorize(pushed()).returned("error")).isEqualTo("access_denied");
    assertThat(client.authorize(pushed()).returned("code")).isNotEmpty();
  }

  @Test
  void aLockedAccountIsToldToTheApplication(EidMock mock) {
    mock.signsIn("099082000101");
    assertThat(client.authorize(pushed()).returned("error")).isEqualTo("account_locked");
  }

  @Test
  void aCitizenWhoNeverAnswersLeavesTheBrowserWaiting(EidMock mock) {
    mock.signsIn("099198000123");
    Answer answer = client.authorize(pushed());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Location")).isEmpty();
    assertThat(answer.body()).contains("Đang chờ bạn trả lời");
  }

  @Test
  void aRequestThatNobodyAnsweredCanBeOpenedAgain(EidMock mock) {
    mock.citizen("099085000011").ignoresNext();
    String requestUri = pushed();
    client.authorize(requestUri).isOk();
    assertThat(client.authorize(requestUri).returned("code")).isNotEmpty();
  }

  @Test
  void aLoginThatCannotBeSaysWhyToTheApplicationAndToWhoeverLooks(EidMock mock) {
    mock.citizen("099085000011").reachesAtMost(2);
    Map<String, String> level =
        Map.of("claims", "{\"id_token\":{\"acr\":{\"value\":\"3\",\"essential\":true}}}");
    Answer answer = client.callback(level);
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.returned("error")).isEqualTo("unmet_authentication_requirements");
    assertThat(answer.returned("error_description")).matches("[\\x20-\\x7E&&[^\"\\\\]]+");
    assertThat(answer.returned("state")).isEqualTo("the-state");
    String why = answer.returned("error_uri").substring(mock.issuer().toString().length());
    assertThat(client.get(why + "?lang=en", Map.of()).isOk().body())
        .contains("reaches none of the acr values", "/authorize");
    assertThat(mock.refusals()).containsExactly(answer.returned("error_description"));
    assertThat(client.get("/inspector?status=refused", Map.of()).body()).contains("/authorize");
  }

  @Test
  void whoDiedCannotLogIn(EidMock mock) {
    mock.citizen("099085000011").dies();
    Answer answer = client.authorize(pushed());
    assertThat(answer.returned("error")).isEqualTo("account_locked");
    assertThat(answer.returned("error_description")).contains("died");
  }
}
