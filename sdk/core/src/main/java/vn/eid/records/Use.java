package vn.eid.records;

import vn.eid.ConsentEndedException;
import vn.eid.consent.EndCause;
import vn.eid.internal.KnownConsents;
import vn.eid.internal.Operation;

/**
 * The use of a data set that a pull is, where the citizen counted them: taken before anything is
 * sent, so that two threads cannot share one, and given back where it was certainly not used.
 */
final class Use {
  private final KnownConsents known;
  private final PullRequest<?> request;
  private final String pull;
  private boolean kept;

  /**
   * A use that is not taken yet.
   *
   * @param pull the pull's own name for itself
   * @param kept whether the provider has answered this pull before
   */
  Use(KnownConsents known, PullRequest<?> request, String pull, boolean kept) {
    this.known = known;
    this.request = request;
    this.pull = pull;
    this.kept = kept;
  }

  void take(Operation operation) {
    if (request.consent.uses().isEmpty()) {
      return;
    }
    int most = request.consent.uses().getAsInt();
    if (!known.use(request.consent.id().value(), request.dataSet.name(), pull, most)) {
      throw new ConsentEndedException(
          request.consent.id(),
          EndCause.USED_UP,
          operation.in("The citizen allowed no more pulls of this data set. Nothing was sent."),
          operation.traceId());
    }
  }

  /** It was counted, or may have been. */
  void keep() {
    kept = true;
  }

  boolean isKept() {
    return kept;
  }

  /** Gives it back, unless it may have been counted. */
  void giveBack() {
    if (!kept) {
      known.giveBack(request.consent.id().value(), request.dataSet.name(), pull);
    }
  }
}
