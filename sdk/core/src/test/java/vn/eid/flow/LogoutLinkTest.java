package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.Application;
import vn.eid.EidClient;
import vn.eid.login.BrowserSession;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;

/** The address to which a browser is sent to log out of a provider that is not the mock server. */
class LogoutLinkTest {
  private final Provider provider = new Provider("");
  private final EidClient client = provider.client();

  @AfterEach
  void close() {
    client.close();
    provider.close();
  }

  @Test
  void carriesAnIdTokenThatTellsNothing() {
    assertThat(logout().getQuery()).contains("id_token_hint=");
  }

  @Test
  void carriesNoIdTokenThatIsTooLongForAnAddress() {
    provider.idTokenChanges.put("jti", "x".repeat(5000));
    assertThat(logout().getQuery()).doesNotContain("id_token_hint").hasSizeLessThan(500);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404})
  void leadsToTheProviderThoughItDoesNotTakeTheTokenBack(int status) {
    provider.change("/token", "refresh_token", "r");
    provider.change(
        "/.well-known/openid-configuration", "revocation_endpoint", provider.base() + "/revoke");
    provider.failures.put("/revoke", status);
    assertThat(logout().getPath()).isEqualTo("/logout");
    provider.failures.clear();
    provider.refusals.put("/revoke", "unsupported_token_type");
    assertThat(logout().getPath()).isEqualTo("/logout");
  }

  private URI logout() {
    provider.change(
        "/.well-known/openid-configuration", "end_session_endpoint", provider.base() + "/logout");
    BrowserSession browser = Application.newBrowser();
    client.redirectLogin().start(LoginRequest.returningTo(Application.CALLBACK), browser);
    LoginOutcome outcome = client.redirectLogin().finish(provider.callback(), browser);
    return client
        .loginSessions()
        .logout(((LoginOutcome.Approved) outcome).session(), URI.create("https://app.example/bye"));
  }
}
