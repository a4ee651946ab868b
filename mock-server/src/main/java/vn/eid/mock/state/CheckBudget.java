package vn.eid.mock.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many checks each client may still make before midnight in Vietnam: a register of everybody
 * that answers without end could be copied. Safe for use by threads.
 */
public final class CheckBudget {
  private final Clock clock;
  private final Map<String, Integer> used = new HashMap<>();
  private int most;
  private Instant until = Instant.MIN;

  CheckBudget(Clock clock) {
    this.clock = clock;
  }

  /** Lets each client make so many more for the rest of the day. */
  public synchronized void limit(int checks) {
    used.clear();
    most = checks;
    until = VietnamDays.endOfDay(clock.instant());
  }

  /** Takes one check; where none is left, how long it is until midnight instead. */
  public synchronized Optional<Duration> take(String clientId) {
    Instant now = clock.instant();
    // Another day, also one before: the clock may have been set back.
    if (!VietnamDays.endOfDay(now).equals(until)) {
      return Optional.empty();
    }
    int before = used.getOrDefault(clientId, 0);
    if (before >= most) {
      return Optional.of(Duration.between(now, until));
    }
    used.put(clientId, before + 1);
    return Optional.empty();
  }

  synchronized void reset() {
    used.clear();
    until = Instant.MIN;
  }
}
