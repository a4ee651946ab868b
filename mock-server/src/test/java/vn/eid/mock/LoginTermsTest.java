package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EidMockTest
class LoginTermsTest {
  private static final String LEVEL_ONE = "099192000022";

  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  private static Map<String, String> claims(String idToken) {
    return Map.of("claims", "{\"id_token\":{" + idToken + "}}");
  }

  private String acr(Map<String, String> changes) {
    return idToken(changes).path("acr").asText();
  }

  private JsonNode idToken(Map<String, String> changes) {
    return Tokens.verified(client, client.logIn(changes).text("id_token"));
  }

  @Test
  void aLoginMayAskForTheSandbox() {
    assertThat(client.logIn(Map.of("scope", "sandbox openid")).text("scope"))
        .isEqualTo("sandbox openid");
  }

  @Test
  void nobodyIsLoggedInWithoutAPage() {
    Answer back = client.callback(Map.of("prompt", "none"));
    assertThat(back.returned("error")).isEqualTo("login_required");
    assertThat(back.returned("state")).isEqualTo("the-state");
    assertThat(back.returned("iss")).isEqualTo(client.mock.issuer().toString());
    assertThat(back.returned("code")).isEmpty();
  }

  @Test
  void aRequestWithoutAPageWorksOnceOnly() {
    Map<String, String> form = client.loginForm();
    form.put("prompt", "none");
    String requestUri = client.push(form).isOk().text("request_uri");
    client.authorize(requestUri).isOk();
    client.authorize(requestUri).isErrorPage("used already");
  }

  @ParameterizedTest
  @CsvSource({"login", "consent", "login consent"})
  void theOtherPromptsAskTheCitizenAsAlways(String prompt) {
    assertThat(client.callback(Map.of("prompt", prompt)).returned("code")).isNotEmpty();
  }

  @Test
  void anEssentialLevelThatIsInReachIsReached() {
    assertThat(acr(claims("\"acr\":{\"essential\":true,\"values\":[\"3\",\"4\"]}"))).isEqualTo("3");
    assertThat(acr(claims("\"acr\":{\"essential\":true,\"value\":\"4\"}"))).isEqualTo("4");
  }

  @Test
  void anEssentialLevelThatIsOutOfReachSendsTheBrowserBackWithoutACode(EidMock mock) {
    mock.signsIn(LEVEL_ONE);
    Answer back = client.callback(claims("\"acr\":{\"essential\":true,\"values\":[\"3\",\"4\"]}"));
    assertThat(back.returned("error")).isEqualTo("unmet_authentication_requirements");
    assertThat(back.returned("state")).isEqualTo("the-state");
    assertThat(back.returned("code")).isEmpty();
  }

  @Test
  void aLevelThatIsOnlyWishedForMayComeOutLower(EidMock mock) {
    mock.signsIn(LEVEL_ONE);
    assertThat(acr(claims("\"acr\":{\"values\":[\"3\"]}"))).isEqualTo("2");
    assertThat(acr(claims("\"acr\":{\"essential\":true}"))).isEqualTo("2");
    assertThat(acr(Map.of("acr_values", "4 1"))).isEqualTo("1");
  }

  @Test
  void aCitizenReachesNoMoreThanTheTestSays(EidMock mock) {
    MockCitizen citizen = mock.citizen("099085000011").reachesAtMost(3);
    assertThat(acr(Map.of("acr_values", "4 3"))).isEqualTo("3");
    citizen.reachesAtMost(1);
    assertThat(acr(Map.of("acr_values", "4 3"))).isEqualTo("1");
    assertThat(acr(Map.of())).isEqualTo("1");
    mock.reset();
    assertThat(acr(Map.of("acr_values", "4 3"))).isEqualTo("4");
    assertThatThrownBy(() -> citizen.reachesAtMost(5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("between 1 and 4");
  }

  @Test
  void anEssentialAccountLevelIsToldAndNotEnforced(EidMock mock) {
    mock.signsIn(LEVEL_ONE);
    JsonNode claims = idToken(claims("\"account_level\":{\"essential\":true,\"values\":[2]}"));
    assertThat(claims.path("account_level").asInt()).isEqualTo(1);
  }

  @Test
  void eachLoginHasASessionOfItsOwn() {
    String first = idToken(Map.of()).path("sid").asText();
    assertThat(first).hasSizeGreaterThan(40);
    assertThat(idToken(Map.of()).path("sid").asText()).isNotEmpty().isNotEqualTo(first);
  }

  @Test
  void theTimeOfTheLoginIsInTheIdTokenAlsoWithAMaximumAge() {
    assertThat(idToken(Map.of("max_age", "0")).path("auth_time").asLong())
        .isBetween(client.now() - 5, client.now());
  }
}
