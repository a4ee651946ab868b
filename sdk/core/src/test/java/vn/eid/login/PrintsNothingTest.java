package vn.eid.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.eid.internal.jose.Crypto;
import vn.eid.internal.jose.ExpectedLogin;
import vn.eid.internal.jose.PossessionKey;
import vn.eid.internal.oauth.TokenAnswer;

/** What a login holds between its steps: secrets, and who it is. */
class PrintsNothingTest {
  private static final Optional<String> SECRET = Optional.of("canary");

  @Test
  void neitherTokensNorKeysNorWhatIsExpectedOfThem() {
    assertThat(PossessionKey.fresh(Crypto.JDK)).hasToString("PossessionKey[…]");
    assertThat(new TokenAnswer("canary", Instant.EPOCH, SECRET, SECRET))
        .hasToString("TokenAnswer[…]");
    assertThat(new ExpectedLogin(SECRET, SECRET, "canary", List.of(), Optional.empty()))
        .hasToString("ExpectedLogin[…]");
    assertThat(new FirstLogin("canary", Optional.empty(), SECRET)).hasToString("FirstLogin[…]");
  }
}
