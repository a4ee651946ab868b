package vn.eid.mock.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * So many rows a second, as a bucket of tokens that fills by the mock's clock and holds those of
 * one second. A batch that is larger than the bucket passes when it is full, and those after it
 * wait the longer. Safe for use by threads.
 */
final class RowLimit {
  private static final double NANOS = 1e9;

  private final Clock clock;
  private int atStart;
  private int perSecond;
  private double tokens;
  private Instant filled = Instant.MIN;

  RowLimit(Clock clock) {
    this.clock = clock;
  }

  /** From the start and after each reset; 0 for no limit. */
  synchronized void startWith(int rowsPerSecond) {
    atStart = rowsPerSecond;
    reset();
  }

  /** Until the next reset; 0 for no limit. */
  synchronized void set(int rowsPerSecond) {
    perSecond = rowsPerSecond;
    tokens = rowsPerSecond;
    filled = clock.instant();
  }

  /** Takes tokens for so many rows, or says after how many seconds to come back. */
  synchronized Optional<Long> refuse(int rows) {
    if (perSecond == 0) {
      return Optional.empty();
    }
    fill();
    double missing = Math.min(rows, perSecond) - tokens;
    if (missing > 0) {
      return Optional.of(Math.max(1, (long) Math.ceil(missing / perSecond)));
    }
    tokens -= rows;
    return Optional.empty();
  }

  synchronized void reset() {
    set(atStart);
  }

  private void fill() {
    Instant now = clock.instant();
    // A clock that was set ahead fills the bucket; one that was set back takes nothing out of it.
    double seconds = Math.max(0, Duration.between(filled, now).toNanos() / NANOS);
    tokens = Math.min(perSecond, tokens + seconds * perSecond);
    filled = now;
  }
}
