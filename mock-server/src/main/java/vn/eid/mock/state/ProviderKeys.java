package vn.eid.mock.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.eid.mock.KeyRotation;

/**
 * The login provider's keys: which one signs now, and which ones are published now. Safe for use by
 * threads.
 */
public final class ProviderKeys {
  // Longer than an id token lives, and than an application may keep a key set.
  private static final Duration OVERLAP = Duration.ofHours(1);

  /** A key that signs no more, and stays published for a while. */
  private record Retired(SigningKey key, Instant leaves) {}

  private final Clock clock;
  private final SigningKey first = next();
  private final List<Retired> retired = new ArrayList<>();
  private SigningKey current = first;
  private Optional<SigningKey> stolen = Optional.empty();

  ProviderKeys(Clock clock) {
    this.clock = clock;
  }

  /** The key that signs now: the thief's, once one was stolen. */
  public synchronized SigningKey signing() {
    return stolen.orElse(current);
  }

  /** The keys whose public halves are in the key set now. */
  public synchronized List<SigningKey> published() {
    return inTheSet().toList();
  }

  /** The published key of this id: it may be one that signs no more, never a withdrawn one. */
  public synchronized Optional<SigningKey> published(String kid) {
    return inTheSet().filter(key -> key.kid().equals(kid)).findFirst();
  }

  private Stream<SigningKey> inTheSet() {
    Instant now = clock.instant();
    return Stream.concat(
        Stream.of(current),
        retired.stream().filter(old -> now.isBefore(old.leaves())).map(Retired::key));
  }

  /** Takes a new key into use. */
  public synchronized void rotate(KeyRotation rotation) {
    SigningKey before = current;
    current = next();
    switch (rotation) {
      case PLANNED -> retired.add(new Retired(before, clock.instant().plus(OVERLAP)));
      case EMERGENCY -> retired.clear();
      case COMPROMISED -> {
        retired.clear();
        stolen = Optional.of(before);
      }
    }
  }

  /** Back to the first key, which applications may have cached. */
  synchronized void reset() {
    current = first;
    stolen = Optional.empty();
    retired.clear();
  }

  private static SigningKey next() {
    return SigningKey.generate("login-" + Secrets.random().substring(0, 8));
  }
}
