package vn.eid.examples.desk;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.eid.EidClient;
import vn.eid.examples.desk.JobCard.State;

/**
 * Does the jobs, one after the other, on one thread. It begins with those that an earlier process
 * left unfinished, and ends within seconds when the application does: the SDK's journal knows where
 * to go on, so nobody is linked twice, however a run ends.
 */
@Component
final class Worker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final Duration LAST_MOMENTS = Duration.ofSeconds(15);

  private final EidClient eid;
  private final Jobs jobs;
  private final DeskProperties desk;
  private final Map<String, Future<?>> given = new ConcurrentHashMap<>();
  private @Nullable ExecutorService thread;
  private volatile @Nullable Run now;

  Worker(EidClient eid, Jobs jobs, DeskProperties desk) {
    this.eid = eid;
    this.jobs = jobs;
    this.desk = desk;
  }

  @Override
  public synchronized void start() {
    thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "linking"));
    jobs.all().stream()
        .filter(job -> job.state() == State.UNFINISHED)
        .sorted((one, other) -> one.uploadedAt().compareTo(other.uploadedAt()))
        .forEach(job -> take(job.id()));
  }

  /** Takes a job on; its turn comes after those that were given before. */
  synchronized void take(String id) {
    ExecutorService open = thread;
    if (open != null && !open.isShutdown()) {
      given.put(id, open.submit(() -> work(id)));
    }
  }

  /** Lets go of a job. What is under way is given up within seconds, and asked for again later. */
  void letGo(String id) {
    Future<?> run = given.remove(id);
    if (run != null) {
      run.cancel(true);
    }
  }

  /** The run of this job, where it is the one under way. */
  Optional<Run> runOf(String id) {
    return Optional.ofNullable(now).filter(run -> run.isOf(id));
  }

  private void work(String id) {
    JobCard job = jobs.find(id).orElse(null);
    JobFolder folder = jobs.folder(id).orElse(null);
    if (job == null || folder == null || job.state() != State.UNFINISHED) {
      return;
    }
    try {
      Run run = new Run(eid, jobs, job, folder, desk.rowsAtOnce());
      now = run;
      run.toTheEnd();
    } catch (InterruptedException e) {
      LOG.info("Job {} stops here and can go on.", id);
    } catch (RuntimeException e) {
      LOG.error("Job {} broke off.", id, e);
      breakOff(id, e);
    } finally {
      now = null;
    }
  }

  /** Without this, the page would say for ever that the job waits for its turn. */
  private void breakOff(String id, RuntimeException why) {
    // What the application's end tears apart goes on by itself at the next start.
    if (!Thread.currentThread().isInterrupted()) {
      jobs.note(id, card -> card.isUnfinished() ? card.failed(Trouble.unexpected(why)) : card);
    }
  }

  @Override
  public synchronized void stop() {
    ExecutorService open = thread;
    if (open == null) {
      return;
    }
    open.shutdownNow();
    try {
      if (!open.awaitTermination(LAST_MOMENTS.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("A job does not stop; what it has under way will be asked for again.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }
}
