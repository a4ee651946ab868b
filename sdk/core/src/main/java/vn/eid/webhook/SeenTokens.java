package vn.eid.webhook;

import java.time.Clock;
import java.time.Instant;
import vn.eid.internal.Remembered;

/** The messages that came, by id, for as long as they would be accepted. In memory, bounded. */
final class SeenTokens {
  private final Remembered<Boolean> ids;

  SeenTokens(Clock clock) {
    this.ids = new Remembered<>(clock);
  }

  /** Whether this is the first time; of several threads, one is told so. */
  boolean isFirst(String id, Instant acceptedUntil) {
    return ids.put(id, true, acceptedUntil);
  }
}
