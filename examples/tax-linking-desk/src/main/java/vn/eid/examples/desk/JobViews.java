package vn.eid.examples.desk;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Looks at jobs: their cards, and the run under way. */
@Component
final class JobViews {
  private final Jobs jobs;
  private final Worker worker;

  JobViews(Jobs jobs, Worker worker) {
    this.jobs = jobs;
    this.worker = worker;
  }

  /** The job of this id; there may be no such page. */
  JobView find(String id) {
    return jobs.find(id)
        .map(this::of)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  JobView of(JobCard card) {
    return new JobView(card, worker.runOf(card.id()));
  }
}
