package vn.eid.interop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.eid.login.AuthenticationLevel;
import vn.eid.login.Identity;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginOutcome.Reason;

/** How surely people are recognised, where the provider knows levels. */
abstract class AssuranceContract extends ProviderContract {

  @Test
  void reachesTheLevelThatIsDemanded() {
    Identity sure =
        approved(logIn(request().atLeast(AuthenticationLevel.LEVEL_3), Person.ORDINARY)).identity();
    assertThat(sure.authenticationLevel().orElseThrow())
        .isGreaterThanOrEqualTo(AuthenticationLevel.LEVEL_3);
  }

  @Test
  void saysThatTheLevelWasNotReached() {
    assertThat(logIn(request().atLeast(AuthenticationLevel.LEVEL_3), Person.OTHER))
        .isEqualTo(new LoginOutcome.Declined(Reason.LEVEL_NOT_REACHED));
  }

  @Test
  void asksAgainWhereTheEarlierLoginWasOfALowerLevel() {
    approved(logIn(request().atLeast(AuthenticationLevel.LEVEL_2), Person.ORDINARY));
    Identity sure =
        approved(logIn(request().atLeast(AuthenticationLevel.LEVEL_4), Person.ORDINARY)).identity();
    assertThat(sure.authenticationLevel()).contains(AuthenticationLevel.LEVEL_4);
  }
}
