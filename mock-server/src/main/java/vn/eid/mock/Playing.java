package vn.eid.mock;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the server behaves. */
final class Playing {
  @Option(
      names = "--interactive",
      description = "Show pages where a person decides, instead of deciding by itself.")
  private boolean interactive;

  @Option(
      names = "--fault",
      paramLabel = "NAME",
      description = "Misbehave in this way, such as id-token-expired; may be given several times.")
  private List<String> faults = List.of();

  @Option(
      names = "--fixed-time",
      paramLabel = "INSTANT",
      description = "Have the clock stand there, such as 2026-03-01T08:00:00Z.")
  private @Nullable String fixedTime;

  @Option(
      names = "--tax-rows-per-second",
      paramLabel = "N",
      description = "Take no more rows of tax batches a second.")
  private @Nullable String taxRows;

  MockOptions applyTo(MockOptions options) {
    faults.forEach(Fault::named); // Before the server starts, so that it does not start in vain.
    MockOptions changed = interactive ? options.interactive(true) : options;
    if (fixedTime != null) {
      changed = changed.fixedTime(time(fixedTime));
    }
    return taxRows == null
        ? changed
        : changed.taxRowsPerSecond(Numbers.small("--tax-rows-per-second", taxRows));
  }

  void spoil(EidMock mock) {
    faults.forEach(name -> mock.inject(Fault.named(name)));
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "The time " + text + " is not one such as 2026-03-01T08:00:00Z.", e);
    }
  }
}
