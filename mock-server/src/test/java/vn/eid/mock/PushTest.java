package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EidMockTest
class PushTest {
  private static final String AN = "099085000011";
  private static final String BINH = "099192000022";
  private static final String CLAIM = "urn:openid:params:jwt:claim:auth_req_id";

  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  private Answer ask(String citizen, Map<String, String> changes) {
    Map<String, String> form = client.pushForm(citizen);
    form.putAll(changes);
    return client.askOnPhone(form).isOk();
  }

  private String asked(String citizen) {
    return ask(citizen, Map.of()).text("auth_req_id");
  }

  /** A request that its citizen has not answered. */
  private String waiting() {
    client.mock.citizen(AN).ignoresNext();
    return asked(AN);
  }

  private JsonNode idToken(String authReqId) {
    return Tokens.verified(client, client.poll(authReqId).isOk().text("id_token"));
  }

  @Test
  void saysHowLongToWaitAndHowOftenToAsk(EidMock mock) {
    Answer answer = ask(AN, Map.of());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("auth_req_id")).hasSizeGreaterThan(40);
    assertThat(answer.json().path("expires_in").asInt()).isEqualTo(120);
    assertThat(answer.json().path("interval").asInt()).isEqualTo(2);
    assertThat(answer.text("app_link"))
        .startsWith(mock.issuer() + "/phone/")
        .doesNotContain(answer.text("auth_req_id"));
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void anApprovedRequestGivesWhatALoginGives(EidMock mock) {
    Answer answer = client.poll(asked(AN)).isOk();
    assertThat(answer.text("token_type")).isEqualTo("DPoP");
    assertThat(answer.text("scope")).isEqualTo("openid");
    assertThat(answer.json().has("refresh_token")).isFalse();
    JsonNode claims = Tokens.verified(client, answer.text("id_token"));
    assertThat(claims.path("iss").asText()).isEqualTo(mock.issuer().toString());
    assertThat(claims.path("aud").asText()).isEqualTo(mock.clientId());
    assertThat(claims.path("acr").asText()).isEqualTo("2");
    assertThat(claims.path("auth_time").asLong()).isBetween(client.now() - 5, client.now());
    assertThat(claims.path("at_hash").asText()).hasSize(22);
    assertThat(claims.path("sid").asText()).isNotEmpty();
    assertThat(claims.path("account_level").asInt()).isEqualTo(2);
    assertThat(claims.has("nonce")).isFalse();
    assertThat(client.userinfo(answer.text("access_token")).text("sub"))
        .isEqualTo(claims.path("sub").asText());
  }

  @Test
  void theIdTokenNamesTheRequest() {
    String request = asked(AN);
    assertThat(idToken(request).path(CLAIM).asText()).isEqualTo(request);
  }

  @Test
  void theSubjectIsTheOneOfABrowserLogin() {
    String browser = client.userinfo(client.accessToken()).text("sub");
    assertThat(idToken(asked(AN)).path("sub").asText()).isEqualTo(browser);
  }

  @Test
  void asksForClaimsLevelsAndScopesLikeABrowserLogin() {
    Answer answer =
        client.poll(
            ask(
                    AN,
                    Map.of(
                        "scope", "openid sandbox offline_access",
                        "acr_values", "3",
                        "claims", "{\"id_token\":{\"citizen_id\":null}}"))
                .text("auth_req_id"));
    JsonNode claims = Tokens.verified(client, answer.isOk().text("id_token"));
    assertThat(claims.path("citizen_id").asText()).isEqualTo(AN);
    assertThat(claims.path("acr").asText()).isEqualTo("3");
    client.resource("/sandbox/v1/vault", answer.text("access_token")).isOk();
    client.refresh(answer.text("refresh_token")).isOk();
  }

  @Test
  void aRequestThatWaitsIsPending() {
    client.poll(waiting()).isRefused(400, "authorization_pending", "not decided yet");
  }

  @Test
  void whoPollsTooEarlyIsSlowedDownForGood(EidMock mock) {
    String request = waiting();
    client.poll(request).isRefused(400, "authorization_pending", "go on polling");
    client.poll(request).isRefused(400, "slow_down", "5 seconds longer");
    mock.advance(Duration.ofSeconds(3));
    client.poll(request).isRefused(400, "slow_down", "5 seconds longer");
    mock.advance(Duration.ofSeconds(12));
    client.poll(request).isRefused(400, "authorization_pending", "go on polling");
    mock.advance(Duration.ofSeconds(3));
    client.poll(request).isRefused(400, "slow_down", "5 seconds longer");
  }

  @Test
  void whoKeepsTheIntervalIsNotSlowedDown(EidMock mock) {
    String request = waiting();
    for (int i = 0; i < 5; i++) {
      client.poll(request).isRefused(400, "authorization_pending", "go on polling");
      mock.advance(Duration.ofSeconds(2));
    }
  }

  @Test
  void aPollWithoutANonceIsNoPoll() {
    String request = waiting();
    Map<String, String> form =
        Map.of("grant_type", "urn:openid:params:grant-type:ciba", "auth_req_id", request);
    client
        .token(form, client.assertion(), client.proof("POST", "/token").without("nonce"))
        .isRefused(400, "use_dpop_nonce", "nonce");
    client.poll(request).isRefused(400, "authorization_pending", "go on polling");
  }

  @Test
  void aDecisionIsToldAlsoToWhoPollsTooEarly(EidMock mock) {
    String request = waiting();
    client.poll(request).isRefused(400, "authorization_pending", "go on polling");
    mock.citizen(AN).approvePush(request);
    client.poll(request).isOk();
  }

  @Test
  void aRequestThatNobodyAnswersExpires(EidMock mock) {
    String request = waiting();
    mock.advance(Duration.ofSeconds(119));
    client.poll(request).isRefused(400, "authorization_pending", "go on polling");
    mock.advance(Duration.ofSeconds(1));
    client.poll(request).isRefused(400, "expired_token", "in time");
    assertThatThrownBy(() -> mock.citizen(AN).approvePush(request))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not waiting");
  }

  @Test
  void theClientMaySayHowLongTheCitizenHas(EidMock mock) {
    mock.citizen(AN).ignoresNext();
    Answer answer = ask(AN, Map.of("requested_expiry", "10"));
    assertThat(answer.json().path("expires_in").asInt()).isEqualTo(10);
    mock.advance(Duration.ofSeconds(10));
    client.poll(answer.text("auth_req_id")).isRefused(400, "expired_token", "in time");
  }

  @Test
  void tokensThatAreNotFetchedInTimeAreLost(EidMock mock) {
    String request = asked(AN);
    mock.advance(Duration.ofMinutes(2));
    client.poll(request).isRefused(400, "expired_token", "in time");
  }

  @Test
  void aCitizenWhoDeclinesIsToldToTheClient(EidMock mock) {
    client.poll(asked("099075000112")).isRefused(400, "access_denied", "declined");
    String request = waiting();
    mock.citizen(AN).declinePush(request);
    client.poll(request).isRefused(400, "access_denied", "declined");
    client.poll(request).isRefused(400, "access_denied", "declined");
  }

  @Test
  void aLockedAccountIsToldToTheClient() {
    client.poll(asked("099082000101")).isRefused(400, "account_locked", "locked");
  }

  @Test
  void anEssentialLevelThatIsOutOfReachGivesNoTokens() {
    String claims = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"3\"]}}}";
    String level1 = ask(BINH, Map.of("claims", claims)).text("auth_req_id");
    client.poll(level1).isRefused(400, "unmet_authentication_requirements", "essential");
    String level2 = ask(AN, Map.of("claims", claims)).text("auth_req_id");
    assertThat(idToken(level2).path("acr").asText()).isEqualTo("3");
  }

  @Test
  void theTokensAreFetchedOnce() {
    String request = asked(AN);
    client.poll(request).isOk();
    client.poll(request).isRefused(400, "invalid_grant", "fetched before");
  }

  @Test
  void refusesAnUnknownOrMissingRequest() {
    client.poll("unknown").isRefused(400, "invalid_grant", "unknown");
    client.poll("").isRefused(400, "invalid_request", "auth_req_id is missing");
  }

  @Test
  void anotherClientCanNeitherFetchNorSpoilTheTokens(EidMock mock) {
    String request = asked(AN);
    TestClient other = TestClient.registered(mock, "other-client", Draft.newKey());
    other.poll(request).isRefused(400, "invalid_grant", "another client's");
    client.poll(request).isOk();
  }

  @Test
  void theKeyOfTheFirstPollIsTheKeyOfAll(EidMock mock) {
    String request = waiting();
    client.poll(request).isRefused(400, "authorization_pending", "go on polling");
    mock.citizen(AN).approvePush(request);
    new TestClient(mock).poll(request).isRefused(400, "invalid_grant", "another key");
    String token = client.poll(request).isOk().text("access_token");
    new TestClient(mock).userinfo(token).isUnauthorized("invalid_token", "another key");
  }

  @Test
  void listsWhatWaitsOnThePhones(EidMock mock) {
    mock.citizen(AN).ignoresNext();
    Answer answer = ask(AN, Map.of("binding_message", "Mã 4711"));
    asked(BINH);
    assertThat(mock.pendingPushes()).hasSize(1);
    PendingPush push = mock.pendingPushes().get(0);
    assertThat(push.authReqId()).isEqualTo(answer.text("auth_req_id"));
    assertThat(push.citizenNumber()).isEqualTo(AN);
    assertThat(push.bindingMessage()).contains("Mã 4711");
    assertThat(push.appLink()).hasToString(answer.text("app_link"));
    assertThat(push).hasToString("PendingPush[099*********]");
    mock.citizen(AN).approvePush(push.authReqId());
    assertThat(mock.pendingPushes()).isEmpty();
  }

  @Test
  void aCitizenDecidesOnceAndOnlyForOneself(EidMock mock) {
    String request = waiting();
    assertThatThrownBy(() -> mock.citizen(BINH).approvePush(request))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining(request);
    mock.citizen(AN).approvePush(request);
    assertThatThrownBy(() -> mock.citizen(AN).declinePush(request))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not waiting");
    client.poll(request).isOk();
  }

  @Test
  void aResetForgetsWhatWaits(EidMock mock) {
    String request = waiting();
    mock.reset();
    assertThat(mock.pendingPushes()).isEmpty();
    client.poll(request).isRefused(400, "invalid_grant", "unknown");
  }
}
