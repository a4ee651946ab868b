package vn.eid.examples.bank;

import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.eid.EidClient;
import vn.eid.login.Identity;
import vn.eid.tax.CaseState;

/** Links customers' numbers with their tax codes, and keeps what the registry answered. */
@Service
class TaxLinking {
  private final EidClient eid;
  private final Customers customers;

  TaxLinking(EidClient eid, Customers customers) {
    this.eid = eid;
    this.customers = customers;
  }

  /** With the data that e-ID vouches for, and not with anything that somebody typed. */
  void linkOrReview(Customer customer, Identity citizen) {
    Optional<String> open = customer.openCase();
    if (open.isPresent()) {
      review(customer, open.get());
    } else {
      customers.keep(customer, TaxAnswer.of(eid.taxLinks().link(citizen)));
    }
  }

  /** Asks what became of a case; while it is open nothing changes. */
  void review(Customer customer, String caseNumber) {
    if (eid.taxLinks().review(caseNumber) instanceof CaseState.Decided decided) {
      customers.keep(customer, TaxAnswer.of(decided.result()));
    }
  }
}
