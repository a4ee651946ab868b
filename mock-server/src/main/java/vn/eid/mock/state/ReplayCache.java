package vn.eid.mock.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which {@code jti} values were used already. Remembers each for longer than its token can live,
 * also where the clock was set ahead and back again in between: nothing is forgotten because its
 * time is over, only because there are too many. Safe for use by threads.
 */
public final class ReplayCache {
  // 100,000 in six minutes are 270 logins a second; a faster client would lose the oldest entries.
  private static final int MOST = 100_000;

  private final Clock clock;
  private final Duration memory;
  private final Map<String, Instant> usedUntil = new LinkedHashMap<>();

  ReplayCache(Clock clock, Duration memory) {
    this.clock = clock;
    this.memory = memory;
  }

  /** True for the first use of this jti by this owner, false for each further one. */
  public synchronized boolean firstUse(String owner, String jti) {
    String name = owner + " " + jti;
    Instant now = clock.instant();
    Instant until = usedUntil.get(name);
    if (until != null && now.isBefore(until)) {
      return false;
    }
    usedUntil.remove(name); // The newest stand last.
    makeRoom();
    usedUntil.put(name, now.plus(memory));
    return true;
  }

  synchronized void clear() {
    usedUntil.clear();
  }

  private void makeRoom() {
    if (usedUntil.size() >= MOST) {
      Iterator<Instant> oldest = usedUntil.values().iterator();
      oldest.next();
      oldest.remove();
    }
  }
}
