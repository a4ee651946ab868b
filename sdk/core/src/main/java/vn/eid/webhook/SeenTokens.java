package vn.eid.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The messages that came, by id, for as long as they would be accepted. In memory, bounded. */
final class SeenTokens {
  private static final int MAX = 100_000;

  private final Clock clock;
  private final Map<String, Instant> until = new LinkedHashMap<>();

  SeenTokens(Clock clock) {
    this.clock = clock;
  }

  /** Whether this is the first time; of several threads, one is told so. */
  synchronized boolean isFirst(String id, Instant acceptedUntil) {
    Iterator<Instant> oldestFirst = until.values().iterator();
    while (oldestFirst.hasNext()) {
      boolean old = !clock.instant().isBefore(oldestFirst.next());
      if (!old && until.size() < MAX) {
        break;
      }
      oldestFirst.remove();
    }
    return until.putIfAbsent(id, acceptedUntil) == null;
  }
}
