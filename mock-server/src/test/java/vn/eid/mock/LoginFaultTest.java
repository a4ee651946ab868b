package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the later faults of a login look like on the wire. */
@EidMockTest
class LoginFaultTest {
  private static final String AN = "099085000011";

  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  private Answer discovery() {
    return client.get("/.well-known/openid-configuration", Map.of());
  }

  private String callback() {
    return client.callback(Map.of()).location().getQuery();
  }

  @Test
  void discoveryLacksTheIssuerOrLeavesHttps(EidMock mock) {
    mock.inject(Fault.DISCOVERY_WITHOUT_ISSUER);
    mock.inject(Fault.DISCOVERY_PLAIN_HTTP);
    assertThat(discovery().json().has("issuer")).isFalse();
    assertThat(discovery().text("token_endpoint")).startsWith("http://login.example/");
  }

  @ParameterizedTest
  @CsvSource({"KEYS_SAME_KID,2", "KEYS_UNUSABLE_BESIDE,5", "ID_TOKEN_ALG_RS256,2"})
  void theKeySetHasMoreThanTheGoodKey(Fault fault, int keys, EidMock mock) {
    mock.inject(fault);
    assertThat(client.get("/jwks", Map.of()).json().get("keys")).hasSize(keys);
  }

  @Test
  void theKeyForRs256StaysWhenTheTokenWasSigned(EidMock mock) {
    mock.injectOnce(Fault.ID_TOKEN_ALG_RS256);
    client.logIn(Map.of());
    assertThat(client.get("/jwks", Map.of()).json().get("keys")).hasSize(2);
    mock.reset();
    assertThat(client.get("/jwks", Map.of()).json().get("keys")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "CALLBACK_WITHOUT_STATE,state=",
    "CALLBACK_WITHOUT_CODE,code=",
    "CALLBACK_ERROR_WRONG_STATE,state=the-state",
    "CALLBACK_ERROR_WITHOUT_ISS,iss=",
    "CALLBACK_ERROR_WRONG_ISS,code="
  })
  void theReturnLacksSomething(Fault fault, String lacking, EidMock mock) {
    assertThat(callback()).contains(lacking);
    mock.inject(fault);
    assertThat(callback()).doesNotContain(lacking);
  }

  @Test
  void theReturnSaysBothYesAndNo(EidMock mock) {
    mock.inject(Fault.CALLBACK_CODE_AND_ERROR);
    assertThat(callback()).contains("code=").contains("error=access_denied");
  }

  @Test
  void theAnswerToThePushedRequestIsOfNoUse(EidMock mock) {
    mock.inject(Fault.PAR_RESPONSE_WITHOUT_REQUEST_URI);
    mock.inject(Fault.PAR_RESPONSE_EXPIRED);
    Answer answer = client.push(client.loginForm());
    assertThat(answer.json().has("request_uri")).isFalse();
    assertThat(answer.json().get("expires_in").asInt()).isZero();
  }

  @Test
  void theTokenResponseIsOddOrLacksSomething(EidMock mock) {
    mock.injectOnce(Fault.TOKEN_TYPE_LOWER_CASE);
    assertThat(client.logIn(Map.of()).text("token_type")).isEqualTo("dpop");
    mock.inject(Fault.TOKEN_TYPE_MISSING);
    mock.inject(Fault.TOKEN_RESPONSE_WITHOUT_TOKEN);
    mock.inject(Fault.TOKEN_RESPONSE_EXPIRED);
    Answer answer = client.logIn(Map.of());
    assertThat(answer.json().has("token_type")).isFalse();
    assertThat(answer.json().has("access_token")).isFalse();
    assertThat(answer.json().get("expires_in").asInt()).isZero();
  }

  @Test
  void aRefreshBringsAnIdTokenOnlyByThisFault(EidMock mock) {
    String refreshToken = client.logInOffline().text("refresh_token");
    assertThat(client.refresh(refreshToken).isOk().json().has("id_token")).isFalse();
    mock.inject(Fault.REFRESH_ID_TOKEN_OTHER_SUBJECT);
    assertThat(client.refresh(refreshToken).isOk().json().has("id_token")).isTrue();
  }

  @Test
  void userinfoDoesNotSayWhomItIsAbout(EidMock mock) {
    String token = client.accessToken();
    mock.inject(Fault.USERINFO_WITHOUT_SUBJECT);
    assertThat(client.userinfo(token).isOk().json().has("sub")).isFalse();
  }

  @Test
  void theAnswerToARequestOnThePhoneIsOdd(EidMock mock) {
    mock.inject(Fault.PUSH_WITHOUT_EXPIRY);
    mock.inject(Fault.PUSH_INTERVAL_ABSURD);
    mock.inject(Fault.PUSH_LINK_TO_OTHER_HOST);
    Answer answer = client.askOnPhone(client.pushForm(AN)).isOk();
    assertThat(answer.json().has("expires_in")).isFalse();
    assertThat(answer.json().get("interval").asInt()).isEqualTo(86_400);
    assertThat(answer.text("app_link")).startsWith("http://other.example");
  }
}
