package vn.eid.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.eid.login.LoginSession;

class KeycloakProviderTest {
  private static KeycloakProvider keycloak;

  @BeforeAll
  static void start() {
    keycloak = KeycloakProvider.start();
  }

  @AfterAll
  static void stop() {
    keycloak.close();
  }

  @Nested
  class Login extends PlainLoginContract {
    @Override
    TestedProvider provider() {
      return keycloak.clinic();
    }
  }

  @Nested
  class EncryptedLogin extends PlainLoginContract {
    @Override
    TestedProvider provider() {
      return keycloak.pharmacy();
    }
  }

  @Nested
  class Session extends SessionContract {
    @Override
    TestedProvider provider() {
      return keycloak.clinic();
    }

    @Test
    void isRenewedWhenItIsAnOfflineOneToo() throws Exception {
      LoginSession citizen =
          approved(logIn(request().withScopes("offline_access"), Person.ORDINARY)).session();
      assertThat(citizen.seal()).isNotEmpty();
      provider.pass(provider.accessTokenLife().minusSeconds(9));
      assertThat(answeredFor(citizen, get())).isEqualTo(citizen.subject());
      assertThat(citizen.changedSinceSealed()).isTrue();
    }
  }

  @Nested
  class SessionOfAPseudonym extends SessionContract {
    @Override
    TestedProvider provider() {
      return keycloak.kiosk();
    }

    /** Where the id token is no hint, Keycloak asks whether the person means it. */
    @Test
    void endsWithoutAQuestionBecauseItsIdTokenIsAHint() {
      URI link = client.loginSessions().logout(loggedIn(), TestedProvider.SIGNED_OUT);
      Browser.Answers none =
          form -> {
            throw new AssertionError("Keycloak asks: " + form);
          };
      assertThat(browser.open(link, none)).isEqualTo(TestedProvider.SIGNED_OUT);
    }
  }

  @Nested
  class LogoutNotice extends LogoutNoticeContract {
    @Override
    TestedProvider provider() {
      return keycloak.clinic();
    }
  }

  @Nested
  class LogoutNoticeAfterEncryptedLogin extends LogoutNoticeContract {
    @Override
    TestedProvider provider() {
      return keycloak.pharmacy();
    }
  }

  @Nested
  class Diagnosed extends DiagnosisContract {
    @Override
    TestedProvider provider() {
      return keycloak.clinic();
    }
  }
}
