package vn.eid.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vn.eid.EidException;

/**
 * One value of the provider's that is fetched when it is first needed and again when it is old.
 * Many threads that need it at once fetch it once. A failed fetch never replaces a value that is
 * there.
 */
@SuppressWarnings("ReferenceEquality") // an equal value that was fetched again is a newer one
public final class Cached<T> {

  /** Fetches and checks the value; throws rather than return anything unchecked. */
  @FunctionalInterface
  public interface Loader<T> {
    T load(Operation operation);
  }

  private record Entry<T>(T value, Instant triedAt) {}

  private final Clock clock;
  private final Duration maxAge;
  private final Loader<T> loader;
  // A lock, not synchronized: a virtual thread that waits for the network must not pin its carrier.
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Entry<T> entry;

  public Cached(Clock clock, Duration maxAge, Loader<T> loader) {
    this.clock = clock;
    this.maxAge = maxAge;
    this.loader = loader;
  }

  /** The value, fetched where it is missing or old. */
  public T get(Operation operation) {
    Entry<T> current = entry;
    if (current != null && isFresh(current)) {
      return current.value();
    }
    return fetched(operation, current);
  }

  /** The value, fetched again unless another thread has done so since {@code seen} was read. */
  public T newerThan(Operation operation, T seen) {
    Entry<T> current = entry;
    if (current != null && current.value() != seen) {
      return current.value();
    }
    return fetched(operation, current);
  }

  private T fetched(Operation operation, @Nullable Entry<T> seen) {
    lock.lock();
    try {
      Entry<T> latest = entry;
      if (latest != null && latest != seen) {
        return latest.value();
      }
      T value = load(operation, latest);
      entry = new Entry<>(value, clock.instant());
      return value;
    } finally {
      lock.unlock();
    }
  }

  private T load(Operation operation, @Nullable Entry<T> old) {
    try {
      return loader.load(operation);
    } catch (EidException e) {
      if (old == null) {
        throw e;
      }
      return old.value();
    }
  }

  private boolean isFresh(Entry<T> candidate) {
    Instant now = clock.instant();
    return !now.isBefore(candidate.triedAt()) && now.isBefore(candidate.triedAt().plus(maxAge));
  }
}
