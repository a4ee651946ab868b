package vn.eid.mock.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The one clock of the mock server. It runs with the system's and can be moved ahead. */
public final class MockClock extends Clock {
  private final Clock system;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  public MockClock(Clock system) {
    this.system = system;
  }

  public MockClock() {
    this(Clock.systemUTC());
  }

  /** Moves the clock; nothing sleeps. */
  public void advance(Duration by) {
    ahead.updateAndGet(before -> before.plus(by));
  }

  /** Puts the clock back on the system's time. */
  public void reset() {
    ahead.set(Duration.ZERO);
  }

  @Override
  public Instant instant() {
    return system.instant().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
