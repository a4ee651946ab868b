package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EidMockTest
class ScopeTokenTest {
  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  private Answer ask(String name, String value) {
    Map<String, String> form = new HashMap<>(Map.of("grant_type", "client_credentials"));
    form.put(name, value);
    return client.token(form);
  }

  @ParameterizedTest
  @ValueSource(strings = {"consent", "tax_link", "population_check"})
  void givesATokenForOneSystem(String scope) {
    Answer answer = ask("scope", scope);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("scope")).isEqualTo(scope);
    assertThat(answer.json().has("id_token")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "openid", "consent tax_link", "CONSENT"})
  void refusesEveryOtherScope(String scope) {
    ask("scope", scope)
        .isRefused(400, "invalid_scope", "ask for consent, tax_link, population_check or events");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "{}",
        "[]",
        "[{},{}]",
        "[{\"type\":\"other\",\"consent_id\":\"a\",\"data_set\":\"b\"}]",
        "[{\"type\":\"vn_consented_data\",\"data_set\":\"b\"}]",
        "[{\"type\":\"vn_consented_data\",\"consent_id\":1,\"data_set\":\"b\"}]",
        "[{\"type\":\"vn_consented_data\",\"consent_id\":\"a\",\"data_set\":\"b\",\"x\":1}]"
      })
  void refusesAuthorizationDetailsOfAnotherForm(String details) {
    ask("authorization_details", details)
        .isRefused(400, "invalid_authorization_details", "authorization_details");
  }

  @Test
  void refusesAScopeTogetherWithAuthorizationDetails() {
    client
        .token(
            Map.of(
                "grant_type",
                "client_credentials",
                "scope",
                "consent",
                "authorization_details",
                "[]"))
        .isRefused(400, "invalid_request", "not for both");
  }

  @Test
  void refusesAConsentThatDoesNotExist() {
    Answer answer =
        ask(
            "authorization_details",
            "[{\"type\":\"vn_consented_data\",\"consent_id\":\"a\",\"data_set\":\"identity\"}]");
    assertThat(answer.text("error")).isEqualTo("invalid_authorization_details");
    assertThat(answer.text("code")).isEqualTo("consent_not_found");
  }
}
