package vn.eid.examples.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.eid.examples.desk.JobCard.State;
import vn.eid.tax.BulkProgress;
import vn.eid.tax.RowOutcome;

/**
 * A job as it stands at this moment.
 *
 * @param run the run under way, if it is this job's turn
 */
record JobView(JobCard card, Optional<Run> run) {

  /** How a page names it. */
  enum Status {
    QUEUED(""),
    RUNNING(""),
    WAITING("warning"),
    PAUSED("warning"),
    FAILED("bad"),
    FINISHED("good");

    private final String badge;

    Status(String badge) {
      this.badge = badge;
    }

    /** The style of its badge. */
    public String badge() {
      return badge;
    }
  }

  public Status status() {
    if (card.state() == State.UNFINISHED && run.isPresent()) {
      return outage().isPresent() ? Status.WAITING : Status.RUNNING;
    }
    return switch (card.state()) {
      case UNFINISHED -> Status.QUEUED;
      case PAUSED -> Status.PAUSED;
      case FAILED -> Status.FAILED;
      case FINISHED -> Status.FINISHED;
    };
  }

  /** Whether it changes without anybody doing anything. */
  public boolean isMoving() {
    return card.state() == State.UNFINISHED;
  }

  /** Nothing of a job may be deleted while something writes into its folder. */
  boolean isDeletable() {
    return !isMoving() && run.isEmpty();
  }

  public boolean isFinished() {
    return card.state() == State.FINISHED;
  }

  Optional<String> outage() {
    return run.flatMap(Run::outage);
  }

  Optional<BulkProgress> progress() {
    return run.flatMap(Run::progress);
  }

  /** The kinds of results that the page lists: all while they may still come. */
  public List<RowOutcome> kinds() {
    return Arrays.stream(RowOutcome.values())
        .filter(kind -> isMoving() || count(kind) > 0)
        .toList();
  }

  Map<RowOutcome, Long> counts() {
    return progress().map(BulkProgress::counts).orElse(card.counts());
  }

  public long count(RowOutcome outcome) {
    return counts().getOrDefault(outcome, 0L);
  }

  public long rows() {
    return counts().values().stream().mapToLong(Long::longValue).sum();
  }

  public long needPerson() {
    return rows() - count(RowOutcome.LINKED) - count(RowOutcome.ALREADY_LINKED);
  }
}
