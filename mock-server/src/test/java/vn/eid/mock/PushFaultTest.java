package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EidMockTest
class PushFaultTest {
  private static final String AN = "099085000011";
  private static final String CLAIM = "urn:openid:params:jwt:claim:auth_req_id";

  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  private String asked() {
    Map<String, String> form = client.pushForm(AN);
    form.put("claims", "{\"id_token\":{\"citizen_id\":null}}");
    return client.askOnPhone(form).isOk().text("auth_req_id");
  }

  private JsonNode idToken(String request) {
    return Tokens.verified(client, client.poll(request).isOk().text("id_token"));
  }

  @Test
  void theAnswerNamesNoRequest(EidMock mock) {
    mock.injectOnce(Fault.PUSH_WITHOUT_AUTH_REQ_ID);
    Answer answer = client.askOnPhone(client.pushForm(AN)).isOk();
    assertThat(answer.json().has("auth_req_id")).isFalse();
    assertThat(answer.json().has("expires_in")).isTrue();
    assertThat(asked()).isNotEmpty();
  }

  @Test
  void theFirstPollOfEachRequestIsSlowedDown(EidMock mock) {
    mock.inject(Fault.PUSH_SLOW_DOWN);
    for (int i = 0; i < 2; i++) {
      String request = asked();
      client.poll(request).isRefused(400, "slow_down", "5 seconds longer");
      assertThat(idToken(request).path(CLAIM).asText()).isEqualTo(request);
    }
  }

  @Test
  void whoIsSlowedDownByTheFaultWaitsLongerAsWell(EidMock mock) {
    mock.injectOnce(Fault.PUSH_SLOW_DOWN);
    mock.citizen(AN).ignoresNext();
    String request = asked();
    client.poll(request).isRefused(400, "slow_down", "5 seconds longer");
    mock.advance(Duration.ofSeconds(6));
    client.poll(request).isRefused(400, "slow_down", "5 seconds longer");
  }

  @Test
  void theCitizensAnswerGetsLost(EidMock mock) {
    mock.inject(Fault.PUSH_NEVER_ANSWERED);
    String request = asked();
    client.poll(request).isRefused(400, "authorization_pending", "not decided yet");
    mock.citizen(AN).approvePush(request);
    mock.advance(Duration.ofSeconds(2));
    client.poll(request).isRefused(400, "authorization_pending", "not decided yet");
    mock.advance(Duration.ofSeconds(118));
    client.poll(request).isRefused(400, "expired_token", "in time");
  }

  @Test
  void theIdTokenNamesAnotherRequest(EidMock mock) {
    mock.inject(Fault.PUSH_ID_TOKEN_OTHER_REQUEST);
    String request = asked();
    assertThat(idToken(request).path(CLAIM).asText()).isNotEmpty().isNotEqualTo(request);
  }

  @Test
  void theTokensAreAboutAnotherCitizen(EidMock mock) {
    String right = idToken(asked()).path("sub").asText();
    mock.inject(Fault.PUSH_ID_TOKEN_OTHER_CITIZEN);
    Answer answer = client.poll(asked()).isOk();
    JsonNode claims = Tokens.verified(client, answer.text("id_token"));
    assertThat(claims.path("citizen_id").asText()).startsWith("099").isNotEqualTo(AN);
    assertThat(claims.path("sub").asText()).isNotEqualTo(right);
    Answer userinfo = client.userinfo(answer.text("access_token")).isOk();
    assertThat(userinfo.text("sub")).isEqualTo(claims.path("sub").asText());
  }
}
