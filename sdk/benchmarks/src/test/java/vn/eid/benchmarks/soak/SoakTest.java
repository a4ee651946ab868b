package vn.eid.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The soak in a minute. */
class SoakTest {
  @Test
  void aMinuteOfMixedWorkUnderFaultsLosesNothingAndNothingGrows() throws Exception {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8)) {
      assertThat(Soak.run(Plan.minute(), out)).as(told.toString(StandardCharsets.UTF_8)).isEmpty();
    }
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains("Verdict: good")
        .containsPattern("done, [1-9][0-9]* refused as expected: ")
        .containsPattern("[1-9][0-9]* links, [1-9][0-9]* logins, [1-9][0-9]* events, counted");
  }
}
