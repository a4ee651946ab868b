package vn.eid.internal;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Does things later, on a few daemon threads of the client's own, started when they are needed. The
 * common pool is never used: whoever blocks it would stop us, and we would stop them.
 */
public final class Timer implements AutoCloseable {
  private static final int THREADS = 16;

  private final ScheduledThreadPoolExecutor threads;
  private final Set<Runnable> toBeToldOfTheEnd = ConcurrentHashMap.newKeySet();

  public Timer() {
    AtomicInteger number = new AtomicInteger();
    threads =
        new ScheduledThreadPoolExecutor(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "eid-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    threads.setKeepAliveTime(10, TimeUnit.SECONDS);
    threads.allowCoreThreadTimeOut(true);
    threads.setRemoveOnCancelPolicy(true);
    threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  public Future<?> after(Duration delay, Runnable task) {
    return threads.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Has this run when the timer is closed: what was to be done later is then never done. */
  public void atTheEnd(Runnable task) {
    toBeToldOfTheEnd.add(task);
  }

  /** The opposite of {@link #atTheEnd}. */
  public void forget(Runnable task) {
    toBeToldOfTheEnd.remove(task);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    toBeToldOfTheEnd.forEach(Runnable::run);
  }
}
