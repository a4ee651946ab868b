package vn.eid.tax;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Threads of one job that have chunks answered, several at once. Used by one thread. */
final class Workers implements AutoCloseable {
  private final ChunkSender sender;
  private final ExecutorService threads;
  private final BlockingQueue<Result> results = new LinkedBlockingQueue<>();
  private int underWay;

  /** A chunk's answer, or what went wrong with it. */
  private record Result(@Nullable AnsweredChunk chunk, @Nullable Throwable failure) {}

  Workers(int count, ChunkSender sender) {
    this.sender = sender;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            count,
            task -> {
              Thread thread = new Thread(task, "eid-bulk-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  void begin(Chunk chunk) {
    underWay++;
    threads.execute(() -> results.add(answered(chunk)));
  }

  boolean isIdle() {
    return underWay == 0;
  }

  /**
   * The next answer, whichever it is of; null where none comes in this time. What failed throws.
   */
  @Nullable AnsweredChunk next(Duration atMost) throws InterruptedException {
    Result result = results.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
    if (result == null) {
      return null;
    }
    underWay--;
    if (result.failure() instanceof RuntimeException failure) {
      throw failure;
    }
    if (result.failure() instanceof Error failure) {
      throw failure;
    }
    if (result.failure() instanceof InterruptedException failure) {
      throw failure;
    }
    return result.chunk();
  }

  private Result answered(Chunk chunk) {
    try {
      return new Result(sender.answer(chunk), null);
    } catch (InterruptedException e) {
      // By closing, and then nobody waits for the result; or by what the application hung into the
      // HTTP client, and then the chunk has no answer, which ends this run.
      Thread.currentThread().interrupt();
      return new Result(null, e);
    } catch (RuntimeException | Error e) {
      return new Result(null, e);
    }
  }

  /** What is under way is given up, after a moment in which it may end: a later run asks again. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      boolean unused = threads.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
