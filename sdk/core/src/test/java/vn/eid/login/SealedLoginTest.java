package vn.eid.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.eid.Application;
import vn.eid.EidClient;
import vn.eid.StorageKey;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.login.LoginOutcome.Approved;
import vn.eid.mock.EidMock;
import vn.eid.mock.EidMockTest;

@EidMockTest
class SealedLoginTest {
  private EidMock mock;
  private Application app;
  private Approved login;

  @BeforeEach
  void logIn(EidMock server) {
    mock = server;
    app = Application.at(server);
    login = (Approved) app.logIn(Claim.values());
  }

  @AfterEach
  void stop() {
    app.close();
  }

  @Test
  void isTakenUpOnAnotherNodeAsItWas() {
    String text = login.seal();
    try (Application otherNode = Application.at(mock)) {
      Approved reopened = otherNode.client().loginSessions().reopenLogin(text);
      assertThat(reopened.identity())
          .usingRecursiveComparison()
          .ignoringAllOverriddenEquals()
          .isEqualTo(login.identity());
      assertThat(reopened.identity().citizenId()).isEqualTo(login.identity().citizenId());
      assertThat(reopened.session().sessionId()).isEqualTo(login.session().sessionId());
      assertThat(reopened.session().changedSinceSealed()).isFalse();
    }
  }

  @Test
  void showsNothing() {
    String name = login.identity().name().orElseThrow();
    assertThat(login.seal()).doesNotContain(login.identity().subject(), name, "{");
  }

  @Test
  void isRefusedWhereItWasChangedOrIsOfAnotherKey() {
    String text = login.seal();
    refuses(Check.DECRYPTION, () -> app.client().loginSessions().reopenLogin(text + "A"));
    EidClient stranger =
        Application.builder(mock)
            .storageKey(
                StorageKey.of(
                    "another key of 32 bytes in here.".getBytes(StandardCharsets.US_ASCII)))
            .build();
    try (stranger) {
      refuses(Check.DECRYPTION, () -> stranger.loginSessions().reopenLogin(text));
    }
  }

  @Test
  void isNoSessionAndASessionIsNoLogin() {
    String session = login.session().seal();
    String whole = login.seal();
    refuses(Check.DECRYPTION, () -> app.client().loginSessions().reopenLogin(session));
    refuses(Check.DECRYPTION, () -> app.client().loginSessions().reopen(whole));
  }

  private static void refuses(Check check, ThrowingCallable act) {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(act)
        .satisfies(e -> assertThat(e.check()).isEqualTo(check));
  }
}
