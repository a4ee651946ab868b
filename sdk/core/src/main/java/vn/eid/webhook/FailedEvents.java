package vn.eid.webhook;

import java.time.Clock;
import java.time.Duration;
import vn.eid.internal.Remembered;

/** How often in a row the application's handler threw on each polled event. Thread-safe. */
final class FailedEvents {
  /** After so many times it is not the moment that is wrong. */
  static final int ENOUGH = 5;

  private static final Duration KEPT = Duration.ofHours(24);

  private final Clock clock;
  private final Remembered<Integer> times;

  FailedEvents(Clock clock) {
    this.clock = clock;
    this.times = new Remembered<>(clock);
  }

  /** Counts one more; how many that makes. */
  synchronized int failed(String id) {
    int now = times.take(id).orElse(0) + 1;
    times.put(id, now, clock.instant().plus(KEPT));
    return now;
  }

  synchronized void settled(String id) {
    times.take(id);
  }
}
