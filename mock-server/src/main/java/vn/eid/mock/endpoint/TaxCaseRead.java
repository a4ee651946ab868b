package vn.eid.mock.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.mock.fault.TaxFaults;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.TaxCase;

/** {@code GET /tax/v1/cases/{number}}: where a link under review stands. */
final class TaxCaseRead implements Endpoint {
  private final MockState state;
  private final ResourceGuard guard;
  private final TaxAnswers answers;
  private final TaxFaults faults;

  TaxCaseRead(MockState state, ResourceGuard guard) {
    this.state = state;
    this.guard = guard;
    this.answers = new TaxAnswers(state);
    this.faults = new TaxFaults(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    String clientId = guard.requireScope(exchange, "tax_link").clientId();
    return Reply.json(200, view(find(clientId, exchange.pathValue("number"))));
  }

  // Another client's case is refused like one that never was.
  private TaxCase find(String clientId, String number) {
    return state
        .taxRegistry()
        .cases()
        .find(clientId, number)
        .orElseThrow(
            () ->
                Refusal.of(
                    404,
                    "case_not_found",
                    "This client has no such case; use the case number that a link returned."));
  }

  private Map<String, Object> view(TaxCase found) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("case_number", faults.caseNumber(found.number()));
    view.put("state", found.decided().isEmpty() ? "open" : "decided");
    found
        .decided()
        .ifPresent(
            decided -> {
              view.put("decided_at", decided.at().toString());
              view.put("result", answers.of(decided.outcome()));
            });
    return view;
  }
}
