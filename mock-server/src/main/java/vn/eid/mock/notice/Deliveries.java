package vn.eid.mock.notice;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts notices to applications, one after the other, on a thread of its own that keeps no program
 * alive. An answer of 200, 202 or 204 settles a notice, and so does any that says that it was not
 * wanted; it is sent again, twice, where no answer came or the application is out of order. Safe
 * for use by threads.
 */
public final class Deliveries implements AutoCloseable {
  /** How long an application may take to answer. */
  public static final Duration TIMEOUT = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger("vn.eid.mock");
  private static final Set<Integer> ACCEPTED = Set.of(200, 202, 204);
  private static final int ATTEMPTS = 3;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, Deliveries::daemon);
  private final Set<Future<?>> outstanding = ConcurrentHashMap.newKeySet();

  // Made for the first notice, on the one thread that sends: with it Java reads every certificate
  // authority that it trusts, and most servers send nothing.
  private @Nullable HttpClient client;

  /** Sends a notice soon; the caller goes on at once. */
  void send(String what, HttpRequest.Builder notice, Duration delay) {
    HttpRequest request = notice.timeout(TIMEOUT).build();
    outstanding.removeIf(Future::isDone);
    outstanding.add(
        thread.schedule(() -> deliver(what, request), delay.toMillis(), TimeUnit.MILLISECONDS));
  }

  /**
   * Waits until everything that was to be sent is settled.
   *
   * @throws IllegalStateException if that takes longer
   */
  public void await(Duration atMost) {
    Instant until = Instant.now().plus(atMost);
    for (Future<?> delivery : outstanding) {
      try {
        delivery.get(Duration.between(Instant.now(), until).toMillis(), TimeUnit.MILLISECONDS);
      } catch (CancellationException | ExecutionException e) {
        // Settled: nothing more will be sent.
      } catch (TimeoutException e) {
        throw new IllegalStateException("A notice to the application is still on its way.", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("The wait for a notice was interrupted.", e);
      }
    }
  }

  /** Drops what was not sent yet. */
  public void reset() {
    outstanding.forEach(delivery -> delivery.cancel(true));
    outstanding.clear();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void deliver(String what, HttpRequest request) {
    try {
      for (int attempt = 1; attempt <= ATTEMPTS && !settled(what, request); attempt++) {
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // The log names no address: an application's own may hold a secret.
  private boolean settled(String what, HttpRequest request) throws InterruptedException {
    try {
      int status = client().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (!ACCEPTED.contains(status)) {
        LOG.warn("The application answered {} with {}; it must be 200, 202 or 204.", what, status);
      }
      return status < 500;
    } catch (IOException e) {
      LOG.warn("The application did not answer {}: {}.", what, e.getClass().getSimpleName());
      return false;
    }
  }

  private HttpClient client() {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .connectTimeout(TIMEOUT)
              .followRedirects(HttpClient.Redirect.NEVER)
              .build();
    }
    return client;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "eid-mock-deliveries");
    thread.setDaemon(true);
    return thread;
  }
}
