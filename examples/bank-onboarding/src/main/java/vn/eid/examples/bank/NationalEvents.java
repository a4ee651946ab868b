package vn.eid.examples.bank;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.eid.webhook.WebhookEvent;

/**
 * What the national systems tell without being asked. Each of these may be done twice; where the
 * database is down they throw, and the sender comes again.
 */
@Component
class NationalEvents {
  private final Customers customers;
  private final TaxLinking tax;

  NationalEvents(Customers customers, TaxLinking tax) {
    this.customers = customers;
    this.tax = tax;
  }

  /** Whoever locks a lost phone's account wants no money to leave; sessions end by themselves. */
  @EventListener
  void on(WebhookEvent.AccountLocked event) {
    customers.block(event.subject(), true);
  }

  @EventListener
  void on(WebhookEvent.AccountRecovered event) {
    customers.block(event.subject(), false);
  }

  @EventListener
  void on(WebhookEvent.TaxCaseDecided event) {
    customers
        .underReview(event.caseNumber())
        .ifPresent(customer -> tax.review(customer, event.caseNumber()));
  }
}
