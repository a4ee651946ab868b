package vn.eid.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.eid.EidException;

/**
 * One value of the provider's that is fetched when it is first needed and again when it is old. A
 * fetch that fails or brings something broken never replaces a good value, but a value that could
 * not be renewed for too long is given up.
 */
@SuppressWarnings("ReferenceEquality") // an equal value that was fetched again is a newer one
public final class Cached<T> {
  private static final Logger LOG = LoggerFactory.getLogger("vn.eid.cache");
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  /** Fetches and checks the value; throws rather than return anything unchecked. */
  @FunctionalInterface
  public interface Loader<T> {
    T load(Operation operation);
  }

  /** A value, when it was fetched, and until when nobody needs to ask again. */
  private record Entry<T>(T value, Instant fetchedAt, Instant freshUntil) {}

  private final Clock clock;
  private final Duration maxAge;
  private final Duration maxStale;
  private final Loader<T> loader;
  private final SingleFlight<T> flight = new SingleFlight<>();
  private volatile @Nullable Entry<T> entry;

  /**
   * A value that is not there yet.
   *
   * @param maxAge after this it is fetched again
   * @param maxStale after this it is no longer used even where it cannot be fetched
   */
  public Cached(Clock clock, Duration maxAge, Duration maxStale, Loader<T> loader) {
    this.clock = clock;
    this.maxAge = maxAge;
    this.maxStale = maxStale;
    this.loader = loader;
  }

  /** The value, fetched where it is missing or old. */
  public T get(Operation operation) {
    Entry<T> current = entry;
    if (current != null && clock.instant().isBefore(current.freshUntil())) {
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
    return flight.join(
        operation,
        () -> {
          Entry<T> latest = entry;
          Entry<T> next = latest != null && latest != seen ? latest : loaded(operation, latest);
          entry = next;
          return next.value();
        });
  }

  private Entry<T> loaded(Operation operation, @Nullable Entry<T> old) {
    try {
      T value = loader.load(operation);
      Instant now = clock.instant();
      return new Entry<>(value, now, now.plus(maxAge));
    } catch (EidException e) {
      Instant now = clock.instant();
      if (old == null || !now.isBefore(old.fetchedAt().plus(maxStale))) {
        throw e;
      }
      LOG.warn("Using what was fetched at {}, because: {}", old.fetchedAt(), e.getMessage());
      return new Entry<>(old.value(), old.fetchedAt(), now.plus(AFTER_FAILURE));
    }
  }
}
