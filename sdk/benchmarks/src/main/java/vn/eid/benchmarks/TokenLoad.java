package vn.eid.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Sends requests, a few at once, as fast as they are answered. */
final class TokenLoad {
  private static final int AT_ONCE = 8;

  private final OkHttpClient http = new OkHttpClient();
  private final Iterator<Request> requests;

  TokenLoad(List<Request> requests) {
    this.requests = requests.iterator();
  }

  /** Sends the next ones; gives how many a second were answered. */
  double send(int count) throws InterruptedException, ExecutionException {
    List<Request> these = next(count);
    long startedAt = System.nanoTime();
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      Iterator<Request> left = these.iterator();
      List<Future<?>> senders = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        senders.add(threads.submit(() -> sendAll(left)));
      }
      for (Future<?> sender : senders) {
        sender.get();
      }
    } finally {
      threads.shutdownNow();
    }
    return count * 1e9 / (System.nanoTime() - startedAt);
  }

  private List<Request> next(int count) {
    List<Request> these = new ArrayList<>();
    while (these.size() < count) {
      these.add(requests.next());
    }
    return these;
  }

  private @Nullable Void sendAll(Iterator<Request> left) throws IOException {
    for (Request request = one(left); request != null; request = one(left)) {
      try (Response response = http.newCall(request).execute()) {
        if (response.code() != 200) {
          throw new IOException(response.code() + " " + response.body().string());
        }
        response.body().bytes();
      }
    }
    return null;
  }

  private static @Nullable Request one(Iterator<Request> left) {
    synchronized (left) {
      return left.hasNext() ? left.next() : null;
    }
  }
}
