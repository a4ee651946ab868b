package vn.eid.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.eid.tax.BulkProgress;

/** A line every ten seconds, for a log file. */
final class ProgressLog implements Progress {
  private static final Duration BETWEEN = Duration.ofSeconds(10);

  private final PrintStream out;
  private final ProgressText text;
  private final Clock clock;
  private Instant next;

  ProgressLog(PrintStream out, ProgressText text, Clock clock) {
    this.out = out;
    this.text = text;
    this.clock = clock;
    this.next = clock.instant().plus(BETWEEN);
  }

  @Override
  public void accept(BulkProgress progress) {
    Instant now = clock.instant();
    if (!now.isBefore(next)) {
      out.println(text.of(progress).strip());
      next = now.plus(BETWEEN);
    }
  }

  @Override
  public void close() {}
}
