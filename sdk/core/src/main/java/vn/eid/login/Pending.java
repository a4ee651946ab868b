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
 * The logins under way, in memory. Each is found only by its handle together with the browser in
 * which it began. Bounded: the oldest makes room for the newest.
 */
final class Pending<T extends Pending.Awaited> {
  private static final int MAX = 100_000;

  /** A late one is told from a foreign one for this long. */
  private static final Duration KEPT_AFTER_EXPIRY = Duration.ofMinutes(30);

  /** Something that is awaited until a time. */
  interface Awaited {
    Instant finishBy();
  }

  private final Clock clock;
  private final Map<String, T> byKey = new LinkedHashMap<>();

  Pending(Clock clock) {
    this.clock = clock;
  }

  synchronized void put(String handle, BrowserSession browser, T awaited) {
    dropOld();
    byKey.put(key(handle, browser), awaited);
  }

  synchronized Optional<T> find(String handle, BrowserSession browser) {
    return Optional.ofNullable(byKey.get(key(handle, browser)));
  }

  /** Finds it and takes it out: of several threads, one gets it. */
  synchronized Optional<T> take(String handle, BrowserSession browser) {
    return Optional.ofNullable(byKey.remove(key(handle, browser)));
  }

  /** All live about equally long, so the oldest stand first. */
  private void dropOld() {
    Instant limit = clock.instant().minus(KEPT_AFTER_EXPIRY);
    Iterator<T> oldestFirst = byKey.values().iterator();
    while (oldestFirst.hasNext()) {
      boolean old = oldestFirst.next().finishBy().isBefore(limit);
      if (!old && byKey.size() < MAX) {
        return;
      }
      oldestFirst.remove();
    }
  }

  /** Of both together: a handle alone finds nothing, so no other browser can even use it up. */
  private static String key(String handle, BrowserSession browser) {
    String both = browser.binding() + "." + handle;
    return Hashes.sha256(both.getBytes(StandardCharsets.UTF_8));
  }
}
