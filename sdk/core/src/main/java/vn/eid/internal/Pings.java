package vn.eid.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.eid.internal.jose.Hashes;

/**
 * The notices that a provider may send (CIBA Core 1.0, section 10.2): each is awaited under its
 * token, of which only the hash is kept. Bounded: the oldest makes room for the newest.
 */
public final class Pings {
  private static final int MAX = 100_000;

  /**
   * A notice that is awaited.
   *
   * @param subject what it is about, in the provider's words
   * @param handle the same in ours
   * @param arrival done when it comes
   */
  public record Awaited(String subject, String handle, Instant until, Runnable arrival) {}

  private final Clock clock;
  private final Map<String, Awaited> byToken = new LinkedHashMap<>();

  public Pings(Clock clock) {
    this.clock = clock;
  }

  public synchronized void await(String token, Awaited notice) {
    Iterator<Awaited> oldestFirst = byToken.values().iterator();
    while (oldestFirst.hasNext()) {
      boolean old = !clock.instant().isBefore(oldestFirst.next().until());
      if (!old && byToken.size() < MAX) {
        break;
      }
      oldestFirst.remove();
    }
    byToken.put(hash(token), notice);
  }

  /** What arrived under a token about a subject; empty where nothing of the kind is awaited. */
  public synchronized Optional<Awaited> arrived(String token, String subject) {
    return Optional.ofNullable(byToken.get(hash(token)))
        .filter(notice -> notice.subject().equals(subject));
  }

  private static String hash(String token) {
    return Hashes.sha256(token.getBytes(StandardCharsets.UTF_8));
  }
}
