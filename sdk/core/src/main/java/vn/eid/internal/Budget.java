package vn.eid.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * So many things in any stretch of so long a time, on the clock; what is done again under its name
 * counts once. In memory, no larger than the budget. Thread-safe.
 */
public final class Budget {
  private final Clock clock;
  private final int most;
  private final Duration per;
  private final Map<String, Instant> taken = new LinkedHashMap<>();

  public Budget(Clock clock, int most, Duration per) {
    this.clock = clock;
    this.most = most;
    this.per = per;
  }

  /** Takes one; where none is left, how long until there is. */
  public synchronized Optional<Duration> take(String name) {
    Instant now = clock.instant();
    countFromNow(now);
    dropOld(now);
    if (taken.containsKey(name)) {
      return Optional.empty();
    }
    if (taken.size() < most) {
      taken.put(name, now);
      return Optional.empty();
    }
    return Optional.of(Duration.between(now, taken.values().iterator().next().plus(per)));
  }

  /** A clock that was ahead and is set right would keep them taken until that day comes. */
  private void countFromNow(Instant now) {
    taken.replaceAll((name, at) -> at.isAfter(now) ? now : at);
  }

  private void dropOld(Instant now) {
    Iterator<Instant> oldestFirst = taken.values().iterator();
    while (oldestFirst.hasNext() && !now.isBefore(oldestFirst.next().plus(per))) {
      oldestFirst.remove();
    }
  }

  @Override
  public String toString() {
    return most + " in " + per;
  }
}
