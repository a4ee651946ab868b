package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@EidMockTest
class ProtocolFaultTest {
  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  private Answer discovery() {
    return client.get("/.well-known/openid-configuration", Map.of());
  }

  private Answer callback() {
    return client.authorize(client.push(client.loginForm()).text("request_uri"));
  }

  private Answer tokens() {
    return client.token(client.codeForm(client.code()));
  }

  @Test
  void discoveryNamesAnotherIssuer(EidMock mock) {
    mock.inject(Fault.DISCOVERY_WRONG_ISSUER);
    assertThat(discovery().text("issuer")).isEqualTo("https://other.example");
  }

  @Test
  void discoveryHasNoPushedRequests(EidMock mock) {
    mock.inject(Fault.DISCOVERY_WITHOUT_PAR);
    assertThat(discovery().json().has("pushed_authorization_request_endpoint")).isFalse();
  }

  @Test
  void theReturnNamesNoIssuer(EidMock mock) {
    mock.inject(Fault.CALLBACK_WITHOUT_ISS);
    assertThat(callback().location().getQuery()).contains("code=").doesNotContain("iss=");
  }

  @Test
  void theReturnNamesAnotherIssuer(EidMock mock) {
    mock.inject(Fault.CALLBACK_WRONG_ISS);
    assertThat(callback().returned("iss")).isEqualTo("https://other.example");
  }

  @Test
  void theReturnCarriesAnotherState(EidMock mock) {
    mock.inject(Fault.CALLBACK_WRONG_STATE);
    assertThat(callback().returned("state")).isNotEmpty().isNotEqualTo("the-state");
  }

  @Test
  void theReturnCarriesTwoCodes(EidMock mock) {
    mock.inject(Fault.CALLBACK_TWO_CODES);
    assertThat(callback().location().getQuery().split("code=", -1)).hasSize(3);
  }

  @Test
  void thePushedRequestFails(EidMock mock) {
    mock.injectOnce(Fault.PAR_RESPONSE_HTTP_ERROR_500);
    assertThat(client.push(client.loginForm()).status()).isEqualTo(500);
    assertThat(client.push(client.loginForm()).status()).isEqualTo(201);
  }

  @Test
  void theTokenIsBoundToNoKey(EidMock mock) {
    mock.inject(Fault.TOKEN_TYPE_BEARER);
    assertThat(tokens().text("token_type")).isEqualTo("Bearer");
  }

  @Test
  void theTokenSaysNotForHowLongItIsGood(EidMock mock) {
    mock.inject(Fault.TOKEN_RESPONSE_WITHOUT_EXPIRY);
    assertThat(tokens().isOk().json().has("expires_in")).isFalse();
  }

  @Test
  void theTokenResponseIsTenMegabytesLong(EidMock mock) {
    mock.inject(Fault.TOKEN_RESPONSE_OVERSIZED);
    assertThat(tokens().isOk().body()).hasSizeGreaterThan(10_000_000);
  }

  @Test
  void theTokenResponseIsAPage(EidMock mock) {
    mock.inject(Fault.TOKEN_RESPONSE_HTML);
    assertThat(tokens().isOk().header("Content-Type")).startsWith("text/html");
  }

  @Test
  void theTokenEndpointSendsTheClientElsewhere(EidMock mock) {
    mock.inject(Fault.TOKEN_RESPONSE_REDIRECT);
    Answer answer = tokens();
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).isEqualTo("/jwks");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void theTokenEndpointCutsTheConnectionAfterItUsedTheCode(EidMock mock) {
    String code = client.code();
    mock.injectOnce(Fault.TOKEN_CONNECTION_RESET);
    assertThatThrownBy(() -> client.token(client.codeForm(code)))
        .isInstanceOf(UncheckedIOException.class);
    client.token(client.codeForm(code)).isRefused(400, "invalid_grant", "was used before");
  }

  @Test
  void theTokenEndpointAsksForPatienceAndKeepsTheCode(EidMock mock) {
    String code = client.code();
    mock.injectOnce(Fault.TOKEN_RATE_LIMITED);
    Answer answer = client.token(client.codeForm(code));
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isEqualTo("7");
    assertThat(client.token(client.codeForm(code)).status()).isEqualTo(200);
  }

  @Test
  void aFaultForOnceWaitsForAGoodAnswer(EidMock mock) {
    mock.injectOnce(Fault.TOKEN_RESPONSE_HTML);
    client.token(client.codeForm("unknown")).isRefused(400, "invalid_grant", "unknown");
    assertThat(tokens().header("Content-Type")).startsWith("text/html");
  }

  @Test
  void userinfoIsAboutSomebodyElse(EidMock mock) {
    mock.injectOnce(Fault.USERINFO_OTHER_SUBJECT);
    Map<String, String> form = client.loginForm();
    form.put("claims", "{\"id_token\":{\"name\":null}}");
    String code = client.authorize(client.push(form).text("request_uri")).returned("code");
    Answer tokens = client.token(client.codeForm(code)).isOk();
    String first = client.userinfo(tokens.text("access_token")).text("sub");
    Answer second = client.userinfo(tokens.text("access_token"));
    assertThat(first).isNotEqualTo(second.text("sub"));
    assertThat(second.text("name")).isEqualTo("Nguyễn Văn An");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "^(RECEIPT|PAGE|RECORDS|PUSH|LOGOUT)_.*")
  void noFaultSpoilsTheLoginAfterAReset(Fault fault, EidMock mock) {
    mock.inject(fault);
    mock.reset();
    assertThat(client.userinfo(client.accessToken()).status()).isEqualTo(200);
  }
}
