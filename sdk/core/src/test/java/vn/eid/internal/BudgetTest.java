package vn.eid.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.eid.Threads.atOnce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.eid.mock.state.MockClock;

class BudgetTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final MockClock clock =
      new MockClock(Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC));
  private final Budget budget = new Budget(clock, 2, HOUR);

  @Test
  void whatIsTakenComesBackAfterItsTimeOneByOne() {
    assertThat(budget.take("a")).isEmpty();
    clock.advance(Duration.ofMinutes(20));
    assertThat(budget.take("b")).isEmpty();
    assertThat(budget.take("c")).isEqualTo(Optional.of(Duration.ofMinutes(40)));
    clock.advance(Duration.ofMinutes(40));
    assertThat(budget.take("c")).isEmpty();
    assertThat(budget.take("d")).isEqualTo(Optional.of(Duration.ofMinutes(20)));
  }

  @Test
  void whatIsDoneAgainUnderItsNameCountsOnce() {
    assertThat(budget.take("a")).isEmpty();
    assertThat(budget.take("a")).isEmpty();
    assertThat(budget.take("b")).isEmpty();
    assertThat(budget.take("a")).isEmpty();
    assertThat(budget.take("c")).isPresent();
  }

  @Test
  void aClockThatIsSetBackKeepsNothingForLongerThanItsTime() {
    clock.advance(Duration.ofDays(3650));
    assertThat(budget.take("a")).isEmpty();
    assertThat(budget.take("b")).isEmpty();
    clock.advance(Duration.ofDays(-3650));
    assertThat(budget.take("c")).isEqualTo(Optional.of(HOUR));
    assertThat(budget.take("a")).isEmpty();
    clock.advance(HOUR);
    assertThat(budget.take("c")).isEmpty();
  }

  @Test
  void manyThreadsTakeNoMoreThanThereIs() throws Exception {
    Budget ten = new Budget(clock, 10, HOUR);
    assertThat(atOnce(32, () -> ten.take(UUID.randomUUID().toString())))
        .filteredOn(Optional::isEmpty)
        .hasSize(10);
  }
}
