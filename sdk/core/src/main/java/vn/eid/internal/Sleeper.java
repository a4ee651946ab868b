package vn.eid.internal;

import java.time.Duration;

/** The one way to wait, so that a test need not. */
@FunctionalInterface
public interface Sleeper {

  void sleep(Duration time) throws InterruptedException;

  /** Waits for real. */
  static Sleeper real() {
    return time -> Thread.sleep(time.toMillis());
  }
}
