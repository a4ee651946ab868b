package vn.eid.internal;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.eid.EidException;
import vn.eid.RateLimitedException;
import vn.eid.UnavailableException;

/**
 * Lets many threads that need the same thing at once fetch it once and share what comes of it, a
 * failure too: otherwise each would wait for its own timeout, one after the other.
 */
public final class SingleFlight<T> {
  private static final String SHARED = "Another call asked for both. ";

  private final AtomicReference<@Nullable CompletableFuture<T>> running = new AtomicReference<>();

  /** Does the work, or waits for the thread that is doing it. */
  public T join(Operation operation, Supplier<T> work) {
    CompletableFuture<T> mine = new CompletableFuture<>();
    CompletableFuture<T> theirs = running.compareAndExchange(null, mine);
    return theirs == null ? lead(mine, work) : follow(operation, theirs);
  }

  private T lead(CompletableFuture<T> mine, Supplier<T> work) {
    try {
      T value = work.get();
      mine.complete(value);
      return value;
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      running.set(null);
    }
  }

  private static <T> T follow(Operation operation, CompletableFuture<T> theirs) {
    try {
      return theirs.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw operation.unavailable(false, "The call was interrupted.");
    } catch (ExecutionException e) {
      throw asOwn(operation, Objects.requireNonNull(e.getCause()));
    }
  }

  /** Whether anything was done is each call's own to say: the other's may have sent more. */
  private static RuntimeException asOwn(Operation operation, Throwable theirs) {
    EidException own;
    if (theirs instanceof UnavailableException outage) {
      own = operation.unavailable(false, SHARED + outage.getMessage());
    } else if (theirs instanceof RateLimitedException limit) {
      own = operation.limited(limit.retryAfter(), SHARED + limit.getMessage());
    } else if (theirs instanceof RuntimeException failure) {
      return failure;
    } else {
      return new IllegalStateException(theirs);
    }
    own.initCause(theirs);
    return own;
  }
}
