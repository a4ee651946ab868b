package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PopulationLimitTest extends PopulationTest {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private static Duration untilMidnight() {
    Instant now = mock.clock().instant();
    LocalDate tomorrow = LocalDate.ofInstant(now, VIETNAM).plusDays(1);
    return Duration.between(now, tomorrow.atStartOfDay(VIETNAM).toInstant());
  }

  private void isUsedUp(Answer answer) {
    answer.isProblem(429, "budget_used_up", "after midnight in Vietnam");
    assertThat(Long.parseLong(answer.header("Retry-After")))
        .isBetween(untilMidnight().toSeconds(), untilMidnight().toSeconds() + 2);
  }

  @Test
  void aBudgetIsUsedUpByChecksThatAreAnswered() {
    mock.limitPopulationChecks(2);
    assertThat(answer(ordinary())).isEqualTo("matched");
    assertThat(answer(person("099999999999", "Nobody", "1985"))).isEqualTo(NO_MATCH);
    isUsedUp(recipient.check(ordinary()));
  }

  @Test
  void aRepetitionIsNotCountedAndIsAnsweredWhenTheBudgetIsUsedUp() {
    mock.limitPopulationChecks(1);
    Answer first = recipient.check("key-1", ordinary()).isOk();
    for (int i = 0; i < 3; i++) {
      assertThat(recipient.check("key-1", ordinary()).body()).isEqualTo(first.body());
    }
    isUsedUp(recipient.check("key-2", ordinary()));
  }

  @Test
  void whatIsRefusedOrDeniedIsNotCounted() {
    mock.limitPopulationChecks(1);
    recipient.check(ordinary(aged(151))).isProblem(400, "invalid_request", "150");
    mock.denyPopulationChecks(CheckDenial.UNIT_NOT_PERMITTED);
    assertThat(answer(ordinary())).isEqualTo("denied");
    mock.reset();
    mock.limitPopulationChecks(1);
    assertThat(answer(ordinary())).isEqualTo("matched");
  }

  @Test
  void aBudgetEndsAtMidnightInVietnam() {
    mock.limitPopulationChecks(0);
    Duration left = untilMidnight();
    if (left.compareTo(Duration.ofMinutes(3)) > 0) {
      mock.advance(left.minusMinutes(1));
    }
    isUsedUp(recipient.check("key-1", ordinary()));
    mock.advance(Duration.ofMinutes(4));
    assertThat(recipient.check("key-1", ordinary()).isOk().text("answer")).isEqualTo("matched");
  }

  @Test
  void eachClientHasABudgetOfItsOwn() {
    mock.limitPopulationChecks(1);
    recipient.check(ordinary()).isOk();
    isUsedUp(recipient.check(ordinary()));
    TestClient other = TestClient.registered(mock, "other-client", Draft.newKey());
    new Recipient(mock, other).check(ordinary()).isOk();
  }

  @Test
  void resetLiftsTheBudget() {
    mock.limitPopulationChecks(0);
    mock.reset();
    recipient.check(ordinary()).isOk();
  }

  @ParameterizedTest
  @EnumSource
  void aDenialIsTheSameForEverybodyAndHasNoReceipt(CheckDenial why) {
    mock.denyPopulationChecks(why);
    String denied = recipient.check(ordinary()).isOk().body();
    Map<String, Object> nobody = person("099999999999", "Nobody", "1985");
    assertThat(recipient.check(nobody).body()).isEqualTo(denied);
    assertThat(recipient.check(ordinary()).text("answer")).isEqualTo("denied");
    assertThat(recipient.check(ordinary()).text("reason")).isEqualTo(why.word());
    assertThat(recipient.check(ordinary()).json()).hasSize(2);
    mock.reset();
    assertThat(answer(ordinary())).isEqualTo("matched");
  }

  @Test
  void whileTheRegisterIsDownNobodyIsAnswered() {
    mock.takePopulationRegisterDown(Duration.ofMinutes(2));
    Answer down = recipient.check("key-1", ordinary()).isOk();
    assertThat(down.text("answer")).isEqualTo("unavailable");
    assertThat(down.json().path("retry_after").asInt()).isBetween(60, 120);
    assertThat(down.json()).hasSize(2);
    mock.advance(Duration.ofMinutes(2));
    assertThat(recipient.check("key-1", ordinary()).text("answer")).isEqualTo("matched");
  }

  @Test
  void limitsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> mock.limitPopulationChecks(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 checks");
    assertThatThrownBy(() -> mock.takePopulationRegisterDown(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("past");
  }
}
