package vn.eid.mock.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.mock.fault.TaxFaults;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.TaxLink;
import vn.eid.mock.state.TaxOutcome;

/** What the tax registry said to a link, as its client sees it. */
final class TaxAnswers {
  private final TaxFaults faults;

  TaxAnswers(MockState state) {
    this.faults = new TaxFaults(state);
  }

  Map<String, Object> of(TaxOutcome outcome) {
    if (outcome instanceof TaxOutcome.Linked linked) {
      return linked("linked", linked.link());
    }
    if (outcome instanceof TaxOutcome.AlreadyLinked linked) {
      return linked("already_linked", linked.link());
    }
    if (outcome instanceof TaxOutcome.Mismatch mismatch) {
      return result("mismatch", "fields", mismatch.fields());
    }
    if (outcome instanceof TaxOutcome.UnderReview review) {
      Map<String, Object> view = result("under_review", "case_number", review.caseNumber());
      view.put("opened_at", review.openedAt().toString());
      return view;
    }
    return Map.of("result", "not_found");
  }

  private Map<String, Object> linked(String result, TaxLink link) {
    Map<String, Object> view = result(result, "tax_code", faults.linkedCode(link.taxCode()));
    view.put("merged", link.entry().oldCodes());
    view.put("status", Map.of("code", link.entry().code(), "reason", link.entry().reason()));
    view.put("linked_at", link.linkedAt().toString());
    return view;
  }

  private static Map<String, Object> result(String result, String member, Object value) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("result", result);
    view.put(member, value);
    return view;
  }
}
