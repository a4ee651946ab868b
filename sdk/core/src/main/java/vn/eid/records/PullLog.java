package vn.eid.records;

import vn.eid.internal.Operation;

/** One pull in the journal: a beginning before anything is sent, and then one end. */
final class PullLog {
  private final Journal journal;
  private final Operation operation;
  private final PullRequest<?> request;
  private final Tally tally;
  private boolean open;

  PullLog(Journal journal, Operation operation, PullRequest<?> request, Tally tally) {
    this.journal = journal;
    this.operation = operation;
    this.request = request;
    this.tally = tally;
  }

  /** Something will be read now; whether that is news. */
  boolean begun() {
    if (open) {
      return false;
    }
    journal.begun(operation, request);
    open = true;
    return true;
  }

  void complete() {
    end("complete");
  }

  void stopped() {
    end("stopped");
  }

  void failed(RuntimeException e) {
    end(Outcome.of(e));
  }

  private void end(String outcome) {
    if (open) {
      open = false;
      journal.ended(operation, request, tally.progress().resources(), outcome);
    }
  }
}
