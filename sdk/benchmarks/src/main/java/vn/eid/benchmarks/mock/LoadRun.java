package vn.eid.benchmarks.mock;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.eid.benchmarks.KeptConnection;

/** Sends requests over a few connections, as fast as they are answered. */
final class LoadRun {
  private static final int AT_ONCE = 8;

  private LoadRun() {}

  /**
   * How many a second were answered.
   *
   * @throws ExecutionException if one was not answered with 200
   */
  static double perSecond(URI server, List<byte[]> requests)
      throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    long startedAt = System.nanoTime();
    try {
      List<Future<?>> senders = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        senders.add(threads.submit(() -> send(server, requests, next)));
      }
      for (Future<?> sender : senders) {
        sender.get();
      }
    } finally {
      threads.shutdownNow();
    }
    return requests.size() * 1e9 / (System.nanoTime() - startedAt);
  }

  private static @Nullable Void send(URI server, List<byte[]> requests, AtomicInteger next)
      throws IOException {
    try (KeptConnection connection = new KeptConnection(server)) {
      for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
        KeptConnection.Answer answer = connection.send(requests.get(i));
        if (answer.status() != 200) {
          throw new IOException(answer.status() + " " + answer.body());
        }
      }
    }
    return null;
  }
}
