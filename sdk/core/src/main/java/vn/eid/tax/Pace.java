package vn.eid.tax;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.eid.internal.Sleeper;

/**
 * How many batches are under way at once, and when none may be sent. The registry's limit is found
 * by trying: each answer allows a little more, each refusal (429) halves it, and all wait for as
 * long as the registry asks, not only the one it told.
 *
 * <p>This class is thread-safe.
 */
final class Pace {
  private static final double FIRST = 2;

  private final int most;
  private final Clock clock;
  private final Sleeper sleeper;
  private double allowed;
  private int underWay;
  private int pauses;
  private Instant pauseUntil = Instant.MIN;
  private Duration pause = Duration.ZERO;

  Pace(int most, Clock clock, Sleeper sleeper) {
    this.most = most;
    this.clock = clock;
    this.sleeper = sleeper;
    this.allowed = Math.min(most, FIRST);
  }

  /** Waits until a batch may be sent, and takes its place; gives the number of the last pause. */
  int enter() throws InterruptedException {
    takePlace();
    try {
      return waitOut();
    } catch (InterruptedException | RuntimeException e) {
      leave();
      throw e;
    }
  }

  /** Gives the place back. */
  synchronized void leave() {
    underWay--;
    notifyAll();
  }

  /** A batch was answered. */
  synchronized void answered() {
    allowed = Math.min(most, allowed + 1 / allowed);
    notifyAll();
  }

  /**
   * A batch was refused.
   *
   * @param entered what {@link #enter} gave: refusals of one wave slow down once
   */
  synchronized void limited(int entered, Duration retryAfter) {
    if (entered == pauses) {
      pauses++;
      allowed = Math.max(1, allowed / 2);
    }
    Instant until = clock.instant().plus(retryAfter);
    if (until.isAfter(pauseUntil) || left().compareTo(pause) > 0) {
      pauseUntil = until;
      pause = retryAfter;
    }
  }

  /** Whether the registry asked to wait, and the time is not over. */
  synchronized boolean isPaused() {
    return isPause(left());
  }

  /** More than the pause ever was where the clock was set back: then it counts as over. */
  private boolean isPause(Duration left) {
    return left.compareTo(Duration.ZERO) > 0 && left.compareTo(pause) <= 0;
  }

  private Duration left() {
    return Duration.between(clock.instant(), pauseUntil);
  }

  private synchronized void takePlace() throws InterruptedException {
    while (underWay >= (int) allowed) {
      wait();
    }
    underWay++;
  }

  /** Each pause is slept once, whatever the clock says after. */
  private int waitOut() throws InterruptedException {
    Instant sleptUntil = Instant.MIN;
    while (true) {
      Duration left;
      synchronized (this) {
        // Read once: the clock goes on.
        left = left();
        if (!isPause(left) || sleptUntil.equals(pauseUntil)) {
          return pauses;
        }
        sleptUntil = pauseUntil;
      }
      sleeper.sleep(left);
    }
  }
}
