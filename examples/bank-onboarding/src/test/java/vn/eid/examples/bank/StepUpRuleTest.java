package vn.eid.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepUpRuleTest {
  @ParameterizedTest
  @CsvSource({
    "9_999_999, 0, false",
    "10_000_000, 0, false",
    "10_000_001, 0, true",
    "10_000_000, 10_000_000, false",
    "10_000_000, 10_000_001, true",
    "1, 19_999_999, false",
    "1, 20_000_000, true",
    "1, 50_000_000, true"
  })
  void aTransferAboveTenMillionOrADayAboveTwentyWantsASurerLogin(
      String amount, String sentToday, boolean wanted) {
    assertThat(StepUpRule.wants(dong(amount), dong(sentToday))).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T05:00:09Z, false",
    "2026-11-23T05:00:10Z, true",
    "2026-11-23T05:00:11Z, true"
  })
  void aRecognitionBeforeATransferWasPreparedIsNotForIt(Instant recognised, boolean its) {
    Instant prepared = Instant.parse("2026-11-23T05:00:10.900Z");
    assertThat(StepUpRule.isFor(prepared, recognised)).isEqualTo(its);
  }

  private static long dong(String written) {
    return Long.parseLong(written.replace("_", ""));
  }
}
