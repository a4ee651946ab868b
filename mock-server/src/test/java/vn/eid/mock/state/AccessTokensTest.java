package vn.eid.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
  private final MockClock clock = new MockClock();
  private final Sessions sessions = new Sessions(clock);
  private final AccessTokens tokens = new AccessTokens(clock, sessions);
  private final Session session = sessions.open("client", "099085000011", "2");
  private final Session otherSession = sessions.open("client", "099085000011", "2");

  private static final LoginTerms TERMS =
      new LoginTerms(Set.of("openid"), new AskedLevel(List.of(), false), AskedClaims.NONE);

  private AccessToken token(String value, Optional<Session> of) {
    return new AccessToken(
        value,
        "client",
        "jkt",
        Set.of("openid"),
        of,
        Optional.empty(),
        AskedClaims.NONE,
        clock.instant().plus(AccessTokens.LIFE));
  }

  private void issue(String value, Session of) {
    tokens.issue(token(value, Optional.of(of)));
  }

  @Test
  void aSessionThatEndsTakesItsTokensAndNoOthers() {
    issue("one", session);
    issue("other", otherSession);
    tokens.issue(token("own", Optional.empty()));
    assertThat(sessions.end(session)).isTrue();
    assertThat(sessions.end(session)).isFalse();
    assertThat(tokens.find("one")).isEmpty();
    assertThat(tokens.find("other")).isPresent();
    assertThat(tokens.find("own")).isPresent();
  }

  @Test
  void tokensThatAreRevokedLeaveTheirSessionOpen() {
    issue("one", session);
    issue("other", otherSession);
    sessions.revokeTokens(session);
    assertThat(tokens.find("one")).isEmpty();
    assertThat(tokens.find("other")).isPresent();
    assertThat(sessions.find(session.id())).isPresent();
  }

  @Test
  void aTokenThatIsStillBeingMadeEndsToo() {
    sessions.revokeTokens(session);
    issue("late", session);
    assertThat(tokens.find("late")).isEmpty();
    assertThat(sessions.end(otherSession)).isTrue();
    issue("later", otherSession);
    assertThat(tokens.find("later")).isEmpty();
  }

  @Test
  void nothingThatHoldsASecretShowsItInALog() {
    RefreshToken refresh = new RefreshToken("secret-value", session, TERMS, "jkt");
    assertThat(token("secret-value", Optional.of(session)))
        .hasToString("AccessToken[client [openid]]");
    assertThat(refresh).hasToString("RefreshToken[client]");
    assertThat(session).hasToString("Session[client acr 2]");
  }
}
