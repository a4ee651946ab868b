package vn.eid.login;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.eid.internal.jose.Hashes;

/**
 * The logins under way, in memory. Each is found only by its state together with the browser in
 * which it began, and is taken out by being found. Bounded: the oldest makes room for the newest.
 */
final class PendingLogins {
  private static final int MAX = 100_000;

  /** A late callback is told from a foreign one for this long. */
  private static final Duration KEPT_AFTER_EXPIRY = Duration.ofMinutes(30);

  private final Clock clock;
  private final Map<String, PendingLogin> logins = new LinkedHashMap<>();

  PendingLogins(Clock clock) {
    this.clock = clock;
  }

  synchronized void put(String state, BrowserSession browser, PendingLogin login) {
    dropOld();
    logins.put(key(state, browser), login);
  }

  synchronized Optional<PendingLogin> take(String state, BrowserSession browser) {
    return Optional.ofNullable(logins.remove(key(state, browser)));
  }

  /** All live equally long, so the oldest stand first. */
  private void dropOld() {
    Instant limit = clock.instant().minus(KEPT_AFTER_EXPIRY);
    Iterator<PendingLogin> oldestFirst = logins.values().iterator();
    while (oldestFirst.hasNext()) {
      boolean old = oldestFirst.next().finishBy().isBefore(limit);
      if (!old && logins.size() < MAX) {
        return;
      }
      oldestFirst.remove();
    }
  }

  /** Of both together: a state alone finds nothing, so no other browser can even use it up. */
  private static String key(String state, BrowserSession browser) {
    String both = browser.binding() + "." + state;
    return Hashes.sha256(both.getBytes(StandardCharsets.UTF_8));
  }
}
