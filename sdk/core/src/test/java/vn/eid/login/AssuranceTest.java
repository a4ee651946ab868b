package vn.eid.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.Application;
import vn.eid.InvalidRequestException;
import vn.eid.MockedApplicationTest;
import vn.eid.login.LoginOutcome.Declined;
import vn.eid.login.LoginOutcome.Reason;

/** What {@code atLeast} and {@code signedInWithin} ask for, and what comes of it. */
class AssuranceTest extends MockedApplicationTest {
  private static final String LEVEL_1_ACCOUNT = "099192000022";
  private static final LoginRequest PLAIN = LoginRequest.returningTo(Application.CALLBACK);

  @ParameterizedTest
  @EnumSource(AuthenticationLevel.class)
  void aLoginReachesTheLevelThatWasDemandedAndNoMoreThanIsNeeded(AuthenticationLevel level) {
    LoginOutcome outcome = app.logIn(PLAIN.atLeast(level));
    assertThat(((LoginOutcome.Approved) outcome).identity().authenticationLevel()).contains(level);
  }

  @Test
  void aCitizenWhoCannotReachTheLevelIsDeclined() {
    mock.signsIn(LEVEL_1_ACCOUNT);
    assertThat(app.logIn(PLAIN.atLeast(AuthenticationLevel.LEVEL_3)))
        .isEqualTo(new Declined(Reason.LEVEL_NOT_REACHED));
    assertThat(app.logIn(PLAIN.atLeast(AuthenticationLevel.LEVEL_2)))
        .isInstanceOf(LoginOutcome.Approved.class);
  }

  @Test
  void anAccountOfALowerLevelIsDeclined() {
    mock.signsIn(LEVEL_1_ACCOUNT);
    assertThat(app.logIn(PLAIN.atLeast(AccountLevel.LEVEL_2)))
        .isEqualTo(new Declined(Reason.ACCOUNT_LEVEL_TOO_LOW));
    assertThat(app.logIn(PLAIN.atLeast(AccountLevel.LEVEL_1)))
        .isInstanceOf(LoginOutcome.Approved.class);
  }

  @Test
  void aFreshLoginIsFreshEnough() {
    LoginOutcome outcome = app.logIn(PLAIN.signedInWithin(Duration.ZERO));
    assertThat(outcome).isInstanceOf(LoginOutcome.Approved.class);
    assertThat(lastPushed("max_age")).isEqualTo("0");
  }

  @Test
  void asksForTheLevelAsAnEssentialClaimSoThatTheProviderRefusesRatherThanGiveLess()
      throws Exception {
    app.logIn(PLAIN.atLeast(AuthenticationLevel.LEVEL_3).asking(Claim.NAME));
    JsonNode asked = new ObjectMapper().readTree(lastPushed("claims")).get("id_token");
    assertThat(asked.at("/acr/essential").booleanValue()).isTrue();
    assertThat(asked.at("/acr/values")).map(JsonNode::textValue).containsExactly("3", "4");
    assertThat(asked.has("name")).isTrue();
  }

  @Test
  void asksForNothingThatWasNotDemanded() throws Exception {
    app.logIn(PLAIN);
    assertThat(sentLast("claims")).isEmpty();
    assertThat(sentLast("prompt")).isEmpty();
    assertThat(sentLast("max_age")).isEmpty();
    app.logIn(PLAIN.asking(Claim.NAME));
    JsonNode asked = new ObjectMapper().readTree(lastPushed("claims"));
    assertThat(asked.at("/id_token/name/essential").booleanValue()).isTrue();
    assertThat(asked.get("id_token").has("acr")).isFalse();
    app.logIn(PLAIN.atLeast(AuthenticationLevel.LEVEL_4));
    assertThat(lastPushed("claims")).contains("\"acr\"");
  }

  @Test
  void asksTheCitizenWhereTheSessionIsToOutliveTheBrowser() {
    app.logIn(PLAIN.withScopes("offline_access"));
    assertThat(lastPushed("prompt")).isEqualTo("consent");
  }

  @Test
  void anAgeIsAYearAtMost() {
    LoginOutcome outcome = app.logIn(PLAIN.signedInWithin(Duration.ofDays(366)));
    assertThat(outcome).isInstanceOf(LoginOutcome.Approved.class);
    assertThat(lastPushed("max_age")).isEqualTo("31622400");
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> PLAIN.signedInWithin(Duration.ofDays(366).plusSeconds(1)));
  }

  @Test
  void aNegativeAgeIsRefused() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> PLAIN.signedInWithin(Duration.ofSeconds(-1)))
        .satisfies(e -> assertThat(e.field()).isEqualTo("signedInWithin"));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> PLAIN.signedInWithin(ChronoUnit.FOREVER.getDuration()))
        .satisfies(e -> assertThat(e.field()).isEqualTo("signedInWithin"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "quo\"te", "back\\slash", "đọc", "line\nbreak"})
  void aScopeIsOnePlainWord(String scope) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> PLAIN.withScopes("sandbox", scope))
        .satisfies(e -> assertThat(e.field()).isEqualTo("scopes"));
  }

  private String lastPushed(String parameter) {
    return sentLast(parameter).orElseThrow();
  }

  private Optional<String> sentLast(String parameter) {
    return mock.requests().stream()
        .filter(request -> request.path().equals("/par"))
        .reduce((first, second) -> second)
        .flatMap(request -> request.form(parameter));
  }
}
