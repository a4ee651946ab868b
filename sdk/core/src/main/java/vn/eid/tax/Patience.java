package vn.eid.tax;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import vn.eid.EidException;
import vn.eid.RateLimitedException;
import vn.eid.internal.Sleeper;

/**
 * How long a job goes on asking while no batch at all is answered. Where nobody has ever answered,
 * an address or the network of this machine is wrong, and it gives up early. Thread-safe; what it
 * gives out is for one thread.
 */
final class Patience {
  private static final Duration WHERE_NOBODY_EVER_ANSWERED = Duration.ofSeconds(30);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Duration limit;
  private final Sleeper sleeper;
  private final AtomicLong answered = new AtomicLong();
  private volatile boolean heard;
  private volatile @Nullable EidException lastFailure;

  Patience(Duration limit, Sleeper sleeper) {
    this.limit = limit;
    this.sleeper = sleeper;
  }

  /** Some batch was answered: everybody may wait anew. */
  void answered() {
    heard = true;
    lastFailure = null;
    answered.incrementAndGet();
  }

  /** A call met an outage. Where the provider itself said so, there is no cause beneath. */
  void failed(EidException failure) {
    heard |= failure.getCause() == null;
    lastFailure = failure;
  }

  /** What the last call failed with, while none has been answered since. */
  Optional<String> outage() {
    return Optional.ofNullable(lastFailure).map(failure -> Sentence.of(failure, BulkLinking.VERB));
  }

  Waiting begin() {
    return new Waiting();
  }

  /** The waiting for one batch. */
  final class Waiting {
    private long seen = answered.get();
    private long since = System.nanoTime();
    private Duration waited = Duration.ZERO;
    private Duration longestAskedFor = Duration.ZERO;
    private Duration pause = FIRST_PAUSE;

    /** Waits after an outage, longer each time, or gives up with it. */
    void outage(EidException failure) throws InterruptedException {
      failed(failure);
      long millis = pause.toMillis();
      Duration time = Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis));
      count(time, Duration.ZERO, failure);
      pause = millis * 2 > LONGEST_PAUSE.toMillis() ? LONGEST_PAUSE : pause.multipliedBy(2);
      sleeper.sleep(time);
      goesOn();
    }

    /** Waits for as long as the registry asks, or gives up with the failure. */
    void asked(Duration time, EidException failure) throws InterruptedException {
      count(time, time, failure);
      sleeper.sleep(time);
      goesOn();
    }

    /** Counts a pause that is waited elsewhere, until {@link #goesOn}; or gives up. */
    void limited(RateLimitedException failure) {
      count(failure.retryAfter(), failure.retryAfter(), failure);
    }

    /** What was waited until now is counted already. */
    void goesOn() {
      since = System.nanoTime();
    }

    private void count(Duration next, Duration askedFor, EidException failure) {
      waited = waited.plusNanos(System.nanoTime() - since);
      if (answered.get() != seen) {
        seen = answered.get();
        waited = Duration.ZERO;
        longestAskedFor = Duration.ZERO;
        pause = FIRST_PAUSE;
      }
      longestAskedFor = longer(longestAskedFor, askedFor);
      // Not added to the limit, which may be for ever.
      if (waited.minus(longestAskedFor).compareTo(limit()) >= 0) {
        throw failure;
      }
      waited = waited.plus(next);
    }
  }

  private Duration limit() {
    return heard || limit.compareTo(WHERE_NOBODY_EVER_ANSWERED) < 0
        ? limit
        : WHERE_NOBODY_EVER_ANSWERED;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
