package vn.eid.mock.state;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was answered under each idempotency key. Safe for use by threads: two equal requests at one
 * time are answered one after the other, the second from memory.
 */
public final class IdempotencyKeys {
  // ASSUMED: a day, as other public APIs keep their keys.
  private static final Duration LIFE = Duration.ofHours(24);
  private static final int MOST = 20_000;

  private final Expiring<Past> answers;

  private record Past(String fingerprint, Object answer) {}

  public IdempotencyKeys(Clock clock) {
    this.answers = new Expiring<>(clock, LIFE, MOST);
  }

  /**
   * The remembered answer, or the one that {@code first} gives now. Empty where the key was used
   * for another request. An exception of {@code first} leaves the key free.
   *
   * @param fingerprint differs if the request differs
   */
  public synchronized <T> Optional<T> answer(
      String key, String fingerprint, Class<T> type, Supplier<T> first) {
    Optional<Past> past = answers.find(key);
    if (past.isPresent()) {
      return past.filter(p -> p.fingerprint().equals(fingerprint)).map(p -> type.cast(p.answer()));
    }
    T answer = first.get();
    // An expired answer may still hold the key.
    answers.take(key);
    answers.put(key, new Past(fingerprint, answer));
    return Optional.of(answer);
  }

  public void reset() {
    answers.clear();
  }
}
