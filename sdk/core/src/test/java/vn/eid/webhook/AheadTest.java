package vn.eid.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AheadTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "31, 31 seconds",
    "119, 119 seconds",
    "120, 2 minutes",
    "149, 2 minutes",
    "150, 3 minutes",
    "3600, 60 minutes"
  })
  void howFarAClockIsOffIsToldInWholeMinutesFromTwo(long seconds, String told) {
    assertThat(Ahead.problem(NOW, NOW.plusSeconds(seconds)))
        .contains("its time is " + told + " ahead");
  }
}
