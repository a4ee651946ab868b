package vn.eid.tax;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Tells how far a job has come, a few times a second at most. For one thread. */
final class Reports {
  private static final long APART = Duration.ofMillis(250).toNanos();

  private final Consumer<BulkProgress> listener;
  private final Pace pace;
  private final Patience patience;
  private final long started = System.nanoTime();
  private final long rowsBefore;
  private final OptionalDouble fractionBefore;
  private OptionalDouble fraction;
  private long toldAt = started;

  /** A run that begins where an earlier one stopped. */
  Reports(
      Consumer<BulkProgress> listener,
      Pace pace,
      Patience patience,
      long rowsBefore,
      OptionalDouble fractionBefore) {
    this.listener = listener;
    this.pace = pace;
    this.patience = patience;
    this.rowsBefore = rowsBefore;
    this.fractionBefore = fractionBefore;
    this.fraction = fractionBefore;
  }

  /** A chunk was written. */
  void written(AnsweredChunk chunk) {
    fraction = chunk.fraction;
  }

  /** Tells, unless it did a moment ago. */
  void tell(Counts written) {
    if (System.nanoTime() - toldAt >= APART) {
      tellNow(written);
    }
  }

  void tellNow(Counts written) {
    toldAt = System.nanoTime();
    long rows = written.rows();
    double seconds = Math.max(elapsed().toNanos() / 1e9, 1e-3);
    listener.accept(
        new BulkProgress(
            rows,
            fraction,
            written.toMap(),
            (rows - rowsBefore) / seconds,
            timeLeft(seconds),
            pace.isPaused(),
            patience.outage()));
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  private Optional<Duration> timeLeft(double seconds) {
    double done = fraction.orElse(0) - fractionBefore.orElse(0);
    return done <= 0
        ? Optional.empty()
        : Optional.of(
            Duration.ofMillis(Math.round(1000 * seconds * (1 - fraction.orElse(0)) / done)));
  }
}
