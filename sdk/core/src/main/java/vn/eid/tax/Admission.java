package vn.eid.tax;

import vn.eid.EidException;
import vn.eid.RateLimitedException;
import vn.eid.UnavailableException;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;

/**
 * Has the provider admit this application to the tax registry, before a job has any file: a wrong
 * issuer, client id or key leaves nothing behind that is bound to it.
 */
final class Admission {
  private final Connection connection;
  private final Patience patience;
  private final Reports reports;

  Admission(Connection connection, Patience patience, Reports reports) {
    this.connection = connection;
    this.patience = patience;
    this.reports = reports;
  }

  /** Asks until there is an answer, or the job's patience ends. */
  void await(Counts written) throws InterruptedException {
    Patience.Waiting waiting = patience.begin();
    try {
      while (!isGranted(waiting, written)) {
        waiting.goesOn();
      }
    } catch (RateLimitedException e) {
      throw GivingUp.on(e, written);
    } catch (UnavailableException e) {
      throw GivingUp.on(e, written);
    }
  }

  private boolean isGranted(Patience.Waiting waiting, Counts written) throws InterruptedException {
    Operation operation = Operation.named(BulkLinking.VERB);
    try {
      var unused = connection.provider().national(operation);
      connection.resources().admit(operation, TaxRegistry.SCOPE);
      patience.answered();
      return true;
    } catch (RateLimitedException e) {
      tell(e, written);
      waiting.asked(e.retryAfter(), e);
    } catch (UnavailableException e) {
      tell(e, written);
      waiting.outage(e);
    }
    return false;
  }

  private void tell(EidException failure, Counts written) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    patience.failed(failure);
    reports.tellNow(written);
  }
}
