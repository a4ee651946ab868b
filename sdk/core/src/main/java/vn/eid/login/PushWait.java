package vn.eid.login;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.eid.internal.Timer;

/** Asks again and again on the client's own threads until a push is finished. Thread-safe. */
final class PushWait {
  private final Timer timer;
  private final Supplier<PushStatus> check;
  private final CompletableFuture<LoginOutcome> outcome = new CompletableFuture<>();
  private @Nullable Future<?> next;

  PushWait(Timer timer, Supplier<PushStatus> check) {
    this.timer = timer;
    this.check = check;
    // Whoever waits for the outcome must not wait for ever where the client is closed.
    Runnable giveUp = () -> outcome.cancel(false);
    timer.atTheEnd(giveUp);
    CompletableFuture<LoginOutcome> unused =
        outcome.whenComplete((value, failure) -> timer.forget(giveUp));
  }

  CompletableFuture<LoginOutcome> outcome() {
    return outcome;
  }

  /** Asks now, in the place of the next time. */
  void now() {
    schedule(Duration.ZERO);
  }

  private synchronized void schedule(Duration delay) {
    if (next != null) {
      next.cancel(false);
    }
    try {
      next = timer.after(delay, this::ask);
    } catch (RejectedExecutionException e) {
      outcome.cancel(false); // the client was closed
    }
  }

  private void ask() {
    if (outcome.isDone()) {
      return;
    }
    try {
      PushStatus status = check.get();
      if (status instanceof PushStatus.Finished finished) {
        outcome.complete(finished.outcome());
      } else {
        schedule(((PushStatus.Waiting) status).nextCheckIn());
      }
    } catch (RuntimeException | Error e) {
      outcome.completeExceptionally(e);
    }
  }
}
