package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EidMockTest
class PushFormTest {
  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  private Answer ask(String name, String value) {
    Map<String, String> form = client.pushForm("099085000011");
    form.put(name, value);
    return client.askOnPhone(form);
  }

  @ParameterizedTest
  @CsvSource({
    "scope, '', invalid_request, scope is missing",
    "scope, sandbox, invalid_scope, openid",
    "scope, openid consent, invalid_scope, openid",
    "login_hint, '', invalid_request, login_hint is missing",
    "login_hint, an@example.vn, invalid_request, not 12 digits",
    "login_hint, 09908500001, invalid_request, not 12 digits",
    "login_hint, 099000000000, unknown_user_id, no citizen of this number",
    "login_hint_token, x, invalid_request, only hint",
    "id_token_hint, x, invalid_request, only hint",
    "binding_message, '', invalid_binding_message, 1 to 100",
    "requested_expiry, 0, invalid_request, from 1 to 600",
    "requested_expiry, 601, invalid_request, from 1 to 600",
    "requested_expiry, soon, invalid_request, from 1 to 600",
    "acr_values, 5, invalid_request, the levels are",
    "claims, [], invalid_request, not a JSON object",
    "claims, '{\"id_token\":{\"phone\":null}}', invalid_request, no claim"
  })
  void refusesAParameterOutsideTheProfile(String name, String value, String error, String reason) {
    ask(name, value).isRefused(400, error, reason);
  }

  @Test
  void refusesANumberThatCouldBeARealPersonsAndDoesNotRepeatIt() {
    String number = "001" + "095012345";
    Answer answer = ask("login_hint", number);
    answer.isRefused(400, "invalid_request", "begins with 099");
    assertThat(answer.body()).doesNotContain(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two\nlines", "a\u0007b", "tab\there", "\u0085", "a\u202eb", "a\u2028b"})
  void refusesABindingMessageThatCouldForgeTheScreen(String message) {
    ask("binding_message", message).isRefused(400, "invalid_binding_message", "control");
  }

  @Test
  void aBindingMessageHasAtMostAHundredCharacters() {
    assertThat(ask("binding_message", "ộ".repeat(100)).status()).isEqualTo(200);
    ask("binding_message", "x".repeat(101)).isRefused(400, "invalid_binding_message", "1 to 100");
  }

  @Test
  void needsTheClientToProveItself() {
    client
        .post("/ciba", client.pushForm("099085000011"), Map.of())
        .isRefused(400, "invalid_request", "client_assertion_type is missing");
    Draft forged = client.assertion().key(Draft.newKey().getPrivateKey());
    client
        .post("/ciba", client.authenticated(client.pushForm("099085000011"), forged), Map.of())
        .isRefused(401, "invalid_client", "not signed");
  }
}
