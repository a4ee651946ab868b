package vn.eid.mock;

import vn.eid.mock.notice.Deliveries;
import vn.eid.mock.notice.SecurityEvents;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.TaxCase;

/** A test's hand on what the clerks of the registers do. */
final class Registers {
  private final MockState state;
  private final SecurityEvents events;

  Registers(MockState state, Deliveries deliveries) {
    this.state = state;
    this.events = new SecurityEvents(state, deliveries);
  }

  void decideCase(String caseNumber, CaseDecision decision) {
    TaxCase decided =
        state
            .taxRegistry()
            .decide(caseNumber, decision)
            .orElseThrow(() -> new IllegalStateException("There is no open case of that number."));
    events.taxCaseDecided(decided);
  }

  void changeTaxStatus(String number, String code, String reason) {
    if (!state.taxRegistry().changeStatus(number, code, reason)) {
      throw new IllegalStateException("The tax registry knows nobody of that number.");
    }
    events.citizenChanged(EventKind.TAX_STATUS_CHANGED, number);
  }

  String event(EventKind kind, String clientId, String about) {
    return events.signed(kind, clientId, about);
  }
}
