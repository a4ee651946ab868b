package vn.eid.mock.examine;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Ctrl-C, or a polite kill: the work is interrupted, and has a while to write down what is done.
 */
final class Stopping {
  private static final int SECONDS = 20;

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch done = new CountDownLatch(1);

  /** Does a piece of work, on this thread, that may be interrupted. */
  <T> T during(Supplier<T> work) {
    Thread hook = new Thread(this::stop, "eid-examine-stopping");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.get();
    } finally {
      done.countDown();
      remove(hook);
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It is running, and was waiting for the end of the work.
    }
  }

  private void stop() {
    worker.interrupt();
    try {
      done.await(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      // The process ends in any case.
    }
  }
}
