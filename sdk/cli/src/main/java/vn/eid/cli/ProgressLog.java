package vn.eid.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.eid.tax.BulkProgress;

/** A line every ten seconds, and where an outage begins or changes, for a log file. */
final class ProgressLog implements Progress {
  private static final Duration BETWEEN = Duration.ofSeconds(10);

  private final PrintStream out;
  private final ProgressText text;
  private final Clock clock;
  private Instant next;
  private Optional<String> outage = Optional.empty();

  ProgressLog(PrintStream out, ProgressText text, Clock clock) {
    this.out = out;
    this.text = text;
    this.clock = clock;
    this.next = clock.instant().plus(BETWEEN);
  }

  @Override
  public void accept(BulkProgress progress) {
    Instant now = clock.instant();
    boolean news = progress.outage().isPresent() && !progress.outage().equals(outage);
    outage = progress.outage();
    if (news || !now.isBefore(next)) {
      out.println(text.of(progress).strip());
      next = now.plus(BETWEEN);
    }
  }

  @Override
  public void close() {}
}
