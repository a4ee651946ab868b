package vn.eid.records;

import java.time.Clock;
import java.util.Optional;
import vn.eid.ConsentEndedException;
import vn.eid.consent.Consent;
import vn.eid.consent.DataSet;
import vn.eid.consent.EndCause;
import vn.eid.consent.Period;
import vn.eid.internal.Operation;

/**
 * Whether a consent covers a pull, by its signed receipt. Before any request leaves the process.
 */
final class PullChecks {
  private final Operation operation;
  private final Clock clock;

  PullChecks(Operation operation, Clock clock) {
    this.operation = operation;
    this.clock = clock;
  }

  void verify(Consent.Active consent, DataSet<?> dataSet, Optional<Period> period) {
    check1StillValid(consent);
    check2DataSet(consent, dataSet);
    check3Period(consent, period);
  }

  private void check1StillValid(Consent.Active consent) {
    if (!clock.instant().isBefore(consent.expiresAt())) {
      throw new ConsentEndedException(
          consent.id(),
          EndCause.EXPIRED,
          operation.in("The consent has expired. Nothing was sent."),
          operation.traceId());
    }
  }

  private void check2DataSet(Consent.Active consent, DataSet<?> dataSet) {
    if (!consent.dataSets().contains(dataSet.name())) {
      throw operation.invalid(
          "dataSet",
          "The citizen did not agree to share '" + dataSet.name() + "'. Nothing was sent.");
    }
  }

  private void check3Period(Consent.Active consent, Optional<Period> asked) {
    Optional<Period> agreed = consent.period();
    if (asked.isPresent() && agreed.isPresent() && !agreed.get().contains(asked.get())) {
      throw operation.invalid("period", "The citizen agreed to another period. Nothing was sent.");
    }
  }
}
