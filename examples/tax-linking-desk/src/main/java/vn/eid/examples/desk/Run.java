package vn.eid.examples.desk;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.eid.EidClient;
import vn.eid.EidException;
import vn.eid.RateLimitedException;
import vn.eid.UnavailableException;
import vn.eid.examples.desk.JobCard.State;
import vn.eid.tax.BulkLink;
import vn.eid.tax.BulkProgress;
import vn.eid.tax.BulkSummary;
import vn.eid.tax.LinkResults;
import vn.eid.tax.LinkRows;

/** One run of a job, from where the last one stopped. */
final class Run {
  private static final Logger LOG = LoggerFactory.getLogger(Run.class);
  private static final Duration UNTIL_THE_NEXT_TRY = Duration.ofMinutes(1);

  private final EidClient eid;
  private final Jobs jobs;
  private final JobCard job;
  private final BulkLink everybody;
  private volatile @Nullable BulkProgress progress;
  private volatile @Nullable EidException outage;

  Run(EidClient eid, Jobs jobs, JobCard job, JobFolder folder, int rowsAtOnce) {
    this.eid = eid;
    this.jobs = jobs;
    this.job = job;
    this.everybody =
        BulkLink.of(
                LinkRows.csv(folder.upload(), job.encoding()), LinkResults.csv(folder.results()))
            .resuming()
            .inChunksOf(rowsAtOnce)
            .reportingTo(this::note);
  }

  boolean isOf(String id) {
    return job.id().equals(id);
  }

  Optional<BulkProgress> progress() {
    return Optional.ofNullable(progress);
  }

  /** Why nothing moves, in English; empty while it does. */
  Optional<String> outage() {
    EidException gaveUp = outage;
    return gaveUp != null
        ? Optional.of(String.valueOf(gaveUp.getMessage()))
        : progress().flatMap(BulkProgress::outage);
  }

  /** Links until each row has its result, or a person must look at it. */
  void toTheEnd() throws InterruptedException {
    try {
      while (!isDone()) {
        Thread.sleep(UNTIL_THE_NEXT_TRY.toMillis());
        outage = null;
      }
    } finally {
      progress()
          .ifPresent(last -> jobs.update(job.id(), card -> card.unlessFinished(last.counts())));
    }
  }

  private boolean isDone() throws InterruptedException {
    try {
      BulkSummary summary = eid.taxLinks().link(everybody);
      jobs.update(job.id(), card -> card.in(State.FINISHED).counting(summary.counts()));
      LOG.info("Job {} is finished: {} rows.", job.id(), summary.rows());
      return true;
    } catch (UnavailableException | RateLimitedException e) {
      // The night must not be lost because the registry was away for ten minutes.
      LOG.warn("Job {} waits: {}", job.id(), e.getMessage());
      outage = e;
      return false;
    } catch (EidException e) {
      LOG.error("Job {} needs a person: {}", job.id(), e.getMessage());
      jobs.update(job.id(), card -> card.failed(Trouble.of(e)));
      return true;
    }
  }

  private void note(BulkProgress latest) {
    progress = latest;
  }
}
