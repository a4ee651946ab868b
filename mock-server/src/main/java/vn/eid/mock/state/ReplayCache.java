package vn.eid.mock.state;

import java.time.Clock;
import java.time.Duration;

/**
 * Which {@code jti} values were used already. Remembers each for longer than its token can live.
 */
public final class ReplayCache {
  // 100,000 in six minutes are 270 logins a second; a faster client would lose the oldest entries.
  private static final int MOST = 100_000;

  private final Expiring<Boolean> seen;

  ReplayCache(Clock clock, Duration memory) {
    this.seen = new Expiring<>(clock, memory, MOST);
  }

  /** True for the first use of this jti by this owner, false for each further one. */
  public boolean firstUse(String owner, String jti) {
    return seen.put(owner + " " + jti, true);
  }

  void clear() {
    seen.clear();
  }
}
