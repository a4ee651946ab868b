package vn.eid.mock;

import vn.eid.mock.notice.Deliveries;
import vn.eid.mock.notice.SecurityEvents;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.TaxCase;

/** A test's hand on what the clerks of the registers do. */
final class Registers {
  private static final String NO_CASE = "CASE-0000";

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

  String event(String clientId) {
    return events.aboutCase(clientId, NO_CASE);
  }
}
