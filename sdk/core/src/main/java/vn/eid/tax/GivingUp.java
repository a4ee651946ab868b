package vn.eid.tax;

import vn.eid.RateLimitedException;
import vn.eid.UnavailableException;
import vn.eid.internal.Operation;

/** The end of a job's patience: it says what the last call failed with, and keeps its trace. */
final class GivingUp {
  private GivingUp() {}

  static UnavailableException on(UnavailableException last, Counts written) {
    UnavailableException outage =
        new Operation(BulkLinking.VERB, last.traceId())
            .unavailable(
                // What was linked before stays so.
                last.mayHaveTakenEffect() || written.rows() > 0,
                "The tax registry did not answer for longer than this job is patient: "
                    + Sentence.of(last, BulkLinking.VERB)
                    + howFar(written));
    outage.initCause(last);
    return outage;
  }

  static RateLimitedException on(RateLimitedException last, Counts written) {
    Operation operation = new Operation(BulkLinking.VERB, last.traceId());
    if (last.mayHaveTakenEffect() || written.rows() > 0) {
      operation.hasTakenEffect();
    }
    RateLimitedException limit =
        operation.limited(
            last.retryAfter(),
            "The tax registry took no rows for longer than this job is patient." + howFar(written));
    limit.initCause(last);
    return limit;
  }

  private static String howFar(Counts written) {
    return " " + written.rows() + " rows have their results; resume the job to go on.";
  }
}
