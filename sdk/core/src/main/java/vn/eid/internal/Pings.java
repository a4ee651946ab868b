package vn.eid.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import vn.eid.internal.jose.Hashes;

/**
 * The notices that a provider may send (CIBA Core 1.0, section 10.2): each is awaited under its
 * token, of which only the hash is kept. Bounded: the oldest makes room for the newest.
 */
public final class Pings {
  /**
   * A notice that is awaited.
   *
   * @param subject what it is about, in the provider's words
   * @param handle the same in ours
   * @param arrival done when it comes
   */
  public record Awaited(String subject, String handle, Instant until, Runnable arrival) {}

  private final Remembered<Awaited> byToken;

  public Pings(Clock clock) {
    this.byToken = new Remembered<>(clock);
  }

  /** Awaits a notice under a token that nobody else has. */
  public void await(String token, Awaited notice) {
    byToken.put(hash(token), notice, notice.until());
  }

  /** What arrived under a token about a subject; empty where nothing of the kind is awaited. */
  public Optional<Awaited> arrived(String token, String subject) {
    return byToken.find(hash(token)).filter(notice -> notice.subject().equals(subject));
  }

  private static String hash(String token) {
    return Hashes.sha256(token.getBytes(StandardCharsets.UTF_8));
  }
}
