package vn.eid.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.eid.internal.jose.PossessionKey;

/** A login by push that is under way, and whose turn it is to ask the provider. Thread-safe. */
final class PendingPush implements Pending.Awaited {
  private static final Duration SLOWER = Duration.ofSeconds(5);

  private final PushRequest request;
  private final BackchannelAnswer answer;
  private final PossessionKey possession = PossessionKey.fresh();
  private final Clock clock;
  private Duration interval;
  private Instant nextAsk;
  private boolean asking;
  private @Nullable Runnable whenPinged;

  PendingPush(PushRequest request, BackchannelAnswer answer, Clock clock) {
    this.request = request;
    this.answer = answer;
    this.clock = clock;
    this.interval = answer.interval();
    this.nextAsk = clock.instant().plus(interval);
  }

  PushRequest request() {
    return request;
  }

  String authReqId() {
    return answer.authReqId();
  }

  PossessionKey possession() {
    return possession;
  }

  @Override
  public Instant finishBy() {
    return answer.answerBy();
  }

  /** Takes the turn to ask; or how long to wait for it. Each turn is given back. */
  synchronized Optional<Duration> takeTurn() {
    Instant now = clock.instant();
    if (asking) {
      return Optional.of(untilTheEndAtMost(interval));
    }
    if (now.isBefore(nextAsk)) {
      return Optional.of(untilTheEndAtMost(Duration.between(now, nextAsk)));
    }
    asking = true;
    return Optional.empty();
  }

  /** Gives the turn back; the interval counts from the answer, and the earliest from now. */
  synchronized void giveTurnBack() {
    asking = false;
    nextAsk = clock.instant().plus(interval);
  }

  synchronized Duration interval() {
    return untilTheEndAtMost(interval);
  }

  /** Nobody waits longer than the citizen may take, whatever the provider asks for. */
  Duration untilTheEndAtMost(Duration wait) {
    Duration left = Duration.between(clock.instant(), finishBy());
    Duration shorter = left.compareTo(wait) < 0 ? left : wait;
    return shorter.isNegative() ? Duration.ZERO : shorter;
  }

  /** The provider wants to be asked less often, for good (CIBA Core 1.0, section 11). */
  synchronized void slowDown() {
    interval = interval.plus(SLOWER);
  }

  /** The citizen has answered: ask at once. */
  void pinged() {
    @Nullable Runnable waiter;
    synchronized (this) {
      nextAsk = clock.instant();
      waiter = whenPinged;
    }
    if (waiter != null) {
      waiter.run();
    }
  }

  synchronized void whenPinged(Runnable waiter) {
    whenPinged = waiter;
  }

  @Override
  public String toString() {
    return "PendingPush[…]";
  }
}
