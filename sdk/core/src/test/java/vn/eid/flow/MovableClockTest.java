package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.eid.Application;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.login.LoginOutcome;
import vn.eid.mock.EidMock;
import vn.eid.mock.EidMockTest;
import vn.eid.mock.KeyRotation;

/** An application on the mock's clock: days go by, and nothing sleeps. */
@EidMockTest
class MovableClockTest {

  @Test
  void tokensExpireAndKeysChangeWithoutSleeping(EidMock mock) {
    try (EidClient eid =
        EidClient.builder(
                Environment.sandbox(mock.issuer()),
                mock.clientId(),
                ClientKey.fromJwk(mock.clientKeyJwk()))
            .clock(mock.clock())
            .build()) {
      Application app = Application.of(eid);
      mock.setClock(Instant.parse("2027-12-31T23:59:00Z"));
      LoginOutcome.Approved before = (LoginOutcome.Approved) app.logIn();
      assertThat(before.identity().authenticatedAt())
          .hasValueSatisfying(at -> assertThat(at).isBefore(Instant.parse("2028-01-01T00:00:00Z")));

      assertThat(before.session().isEnded()).isFalse();
      mock.rotateKeys(KeyRotation.PLANNED);
      mock.advance(Duration.ofHours(2));
      assertThat(app.logIn()).isInstanceOf(LoginOutcome.Approved.class);
      assertThat(before.session().isEnded()).isTrue(); // its token expired

      mock.setClock(Instant.parse("2027-06-01T00:00:00Z"));
      assertThat(app.logIn()).isInstanceOf(LoginOutcome.Approved.class);
    }
  }
}
