package vn.eid.login;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.eid.internal.Remembered;
import vn.eid.internal.jose.Hashes;

/**
 * The logins under way, in memory. Each is found only by its handle together with the browser in
 * which it began. Bounded: the oldest makes room for the newest.
 */
final class Pending<T extends Pending.Awaited> {
  /** A late one is told from a foreign one for this long. */
  private static final Duration KEPT_AFTER_EXPIRY = Duration.ofMinutes(30);

  /** Something that is awaited until a time. */
  interface Awaited {
    Instant finishBy();
  }

  private final Remembered<T> byKey;

  Pending(Clock clock) {
    this.byKey = new Remembered<>(clock);
  }

  void put(String handle, BrowserSession browser, T awaited) {
    byKey.put(key(handle, browser), awaited, awaited.finishBy().plus(KEPT_AFTER_EXPIRY));
  }

  Optional<T> find(String handle, BrowserSession browser) {
    return byKey.find(key(handle, browser));
  }

  /** Finds it and takes it out: of several threads, one gets it. */
  Optional<T> take(String handle, BrowserSession browser) {
    return byKey.take(key(handle, browser));
  }

  /** Of both together: a handle alone finds nothing, so no other browser can even use it up. */
  private static String key(String handle, BrowserSession browser) {
    String both = browser.binding() + "." + handle;
    return Hashes.sha256(both.getBytes(StandardCharsets.UTF_8));
  }
}
