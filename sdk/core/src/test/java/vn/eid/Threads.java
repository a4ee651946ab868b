package vn.eid;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many threads that do the same, begun by one shot. */
public final class Threads {
  private Threads() {}

  /** What each of them brought. */
  public static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CountDownLatch gun = new CountDownLatch(1);
      List<Future<T>> results =
          IntStream.range(0, threads)
              .mapToObj(
                  i ->
                      pool.submit(
                          () -> {
                            gun.await();
                            return work.call();
                          }))
              .toList();
      gun.countDown();
      List<T> values = new ArrayList<>();
      for (Future<T> result : results) {
        values.add(result.get());
      }
      return values;
    } finally {
      pool.shutdownNow();
    }
  }
}
