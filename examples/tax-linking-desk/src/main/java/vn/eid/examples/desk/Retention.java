package vn.eid.examples.desk;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes jobs that are older than {@code desk.keep}, daily. They hold names, birth dates and
 * numbers of people, which may be kept for no longer than their purpose needs (Law 91/2025/QH15),
 * and the purpose is fulfilled when the codes stand in the payroll.
 */
@Component
final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  private final Jobs jobs;
  private final JobViews views;
  private final DeskProperties desk;

  Retention(Jobs jobs, JobViews views, DeskProperties desk) {
    this.jobs = jobs;
    this.views = views;
    this.desk = desk;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
  void deleteWhatIsOld() throws IOException {
    deleteOlderThan(Instant.now().minus(desk.keep()));
  }

  /** A job that is still under way is not old. */
  void deleteOlderThan(Instant limit) throws IOException {
    for (JobCard job : jobs.all()) {
      if (job.uploadedAt().isBefore(limit) && views.of(job).isDeletable()) {
        jobs.delete(job.id());
        LOG.info("Job {} was deleted: it was kept for as long as it may be.", job.id());
      }
    }
  }
}
