package vn.eid.tax;

import java.util.Optional;
import vn.eid.CitizenId;
import vn.eid.TaxCode;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;

/** The checks of a link that the tax registry tells of: whose it is, and from which world. */
final class LinkChecks {

  private final Operation operation;
  private final Connection connection;

  LinkChecks(Operation operation, Connection connection) {
    this.operation = operation;
    this.connection = connection;
  }

  /** A result about somebody whom the answer alone names. */
  LinkResult verify(LinkResult result) {
    link(result).ifPresent(this::check1Environment);
    return result;
  }

  /** A result about a citizen. */
  LinkResult verify(LinkResult result, CitizenId citizen) {
    Optional<TaxLink> link = link(result);
    if (link.isPresent()) {
      verify(link.get(), citizen);
    }
    return result;
  }

  private void verify(TaxLink link, CitizenId citizen) {
    // Their own number was admitted when it was sent, and is nobody else's.
    if (!link.taxCode().value().equals(citizen.value())) {
      check1Environment(link.taxCode());
      check2Citizen(link, citizen);
    }
    link.merged().forEach(this::check1Environment);
  }

  private void check1Environment(TaxLink link) {
    check1Environment(link.taxCode());
    link.merged().forEach(this::check1Environment);
  }

  private void check1Environment(TaxCode code) {
    connection.admitReceived(operation, code);
  }

  /**
   * An individual's code is their number, and another person's would mix up two people's taxes; a
   * dependent unit's is no individual's. An older code of ten digits says nothing of whose it is.
   */
  private void check2Citizen(TaxLink link, CitizenId citizen) {
    TaxCode code = link.taxCode();
    if (code.kind() != TaxCode.Kind.ORGANISATION_OR_LEGACY
        && !code.value().equals(citizen.value())) {
      throw operation.untrusted(Check.SUBJECT, "The tax registry answers about another citizen.");
    }
  }

  private static Optional<TaxLink> link(LinkResult result) {
    if (result instanceof LinkResult.Linked linked) {
      return Optional.of(linked.link());
    }
    return result instanceof LinkResult.AlreadyLinked already
        ? Optional.of(already.link())
        : Optional.empty();
  }
}
