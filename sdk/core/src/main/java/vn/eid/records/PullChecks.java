package vn.eid.records;

import java.util.Optional;
import vn.eid.ConsentEndedException;
import vn.eid.consent.EndCause;
import vn.eid.consent.Period;
import vn.eid.internal.Connection;
import vn.eid.internal.KnownConsents;
import vn.eid.internal.Operation;

/**
 * Whether a consent covers a pull, by its signed receipt and by what this process knows. Before any
 * request leaves the process; whether it still stands, before each item too.
 */
final class PullChecks {
  private static final String NOTHING_SENT = " Nothing was sent.";

  private final Operation operation;
  private final Connection connection;
  private final PullRequest<?> request;

  PullChecks(Operation operation, Connection connection, PullRequest<?> request) {
    this.operation = operation;
    this.connection = connection;
    this.request = request;
  }

  void verify(Use use) {
    check1Kind();
    check2Purpose();
    check3DataSet();
    check4Period();
    check5NotEnded(use.isKept(), connection.knownConsents().end(operation, consentId()));
    check6NotExpired();
    use.take(operation);
  }

  /** What can change while a pull goes on. */
  void verifyStanding(Use use) {
    check5NotEnded(use.isKept(), connection.knownConsents().endAbout(operation, consentId()));
    check6NotExpired();
  }

  private String consentId() {
    return request.consent.id().value();
  }

  private void check1Kind() {
    Class<?> type = request.dataSet.itemType();
    if (type != HealthData.class && type != CitizenData.class) {
      throw operation.invalid("dataSet", "Its items are neither HealthData nor CitizenData.");
    }
    if (KnownDataSets.isMistaken(request.dataSet)) {
      throw operation.invalid(
          "dataSet", "'" + request.dataSet.name() + "' lies elsewhere. Use the constant.");
    }
  }

  private void check2Purpose() {
    if (!request.consent.purpose().equals(request.purpose.code())) {
      throw operation.invalid("purpose", "The citizen agreed to another purpose." + NOTHING_SENT);
    }
  }

  private void check3DataSet() {
    String name = request.dataSet.name();
    if (!request.consent.dataSets().contains(name)) {
      throw operation.invalid(
          "dataSet", "The citizen did not agree to share '" + name + "'." + NOTHING_SENT);
    }
  }

  private void check4Period() {
    Optional<Period> agreed = request.consent.period();
    if (request.period.isPresent()
        && agreed.isPresent()
        && !agreed.get().contains(request.period.get())) {
      throw operation.invalid("period", "The citizen agreed to another period." + NOTHING_SENT);
    }
  }

  /** A pull that used the consent up itself may go on to its end. */
  private void check5NotEnded(boolean usedByThisPull, Optional<KnownConsents.End> known) {
    known
        .filter(end -> !usedByThisPull || end.reachesWhatWasRead())
        .ifPresent(
            end -> {
              throw ended(EndCause.of(end.cause()), "The consent has ended");
            });
  }

  private void check6NotExpired() {
    if (!connection.clock().instant().isBefore(request.consent.expiresAt())) {
      throw ended(EndCause.EXPIRED, "The consent has expired");
    }
  }

  private ConsentEndedException ended(EndCause cause, String problem) {
    return new ConsentEndedException(
        request.consent.id(),
        cause,
        operation.in(problem + " (" + cause + "). Nothing more is read."),
        operation.traceId());
  }
}
