package vn.eid.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
  private final MockClock clock = new MockClock();
  private final AccessTokens tokens = new AccessTokens(clock);

  private AccessToken token(String value) {
    return new AccessToken(
        value,
        "client",
        "jkt",
        Set.of("openid"),
        Optional.empty(),
        Optional.empty(),
        AskedClaims.NONE,
        clock.instant().plus(AccessTokens.LIFE));
  }

  @Test
  void aCodeThatIsUsedAgainEndsItsTokensAndNoOthers() {
    tokens.issue(token("one"), "code");
    tokens.issue(token("other"), "other-code");
    tokens.issue(token("own"));
    tokens.revokeIssuedFor("code");
    assertThat(tokens.find("one")).isEmpty();
    assertThat(tokens.find("other")).isPresent();
    assertThat(tokens.find("own")).isPresent();
  }

  @Test
  void aTokenThatIsStillBeingMadeEndsToo() {
    tokens.revokeIssuedFor("code");
    tokens.issue(token("late"), "code");
    assertThat(tokens.find("late")).isEmpty();
  }

  @Test
  void nothingThatHoldsASecretShowsItInALog() {
    assertThat(token("secret-value")).hasToString("AccessToken[client [openid]]");
  }
}
