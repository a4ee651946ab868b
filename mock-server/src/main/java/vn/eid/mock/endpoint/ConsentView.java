package vn.eid.mock.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.mock.fault.ReceiptFaults;
import vn.eid.mock.state.Consent;
import vn.eid.mock.state.ConsentState;
import vn.eid.mock.state.ConsentState.Active;
import vn.eid.mock.state.ConsentState.Ended;
import vn.eid.mock.state.MockState;

/** A consent as its recipient sees it. */
final class ConsentView {
  private static final int POLL_SECONDS = 2;

  private final String issuer;
  private final ReceiptFaults faults;

  ConsentView(MockState state) {
    this.issuer = state.issuer();
    this.faults = new ReceiptFaults(state.faults(), state.keys(), state.clock());
  }

  Map<String, Object> of(Consent consent, ConsentState state) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("consent_id", consent.id());
    if (state instanceof Active active) {
      view.put("state", "active");
      view.put("receipt", faults.apply(active.receipt()));
    } else if (state instanceof Ended ended) {
      view.put("state", "ended");
      view.put("cause", ended.cause().code());
      view.put("ended_at", ended.at().toString());
    } else {
      view.putAll(requested(consent));
    }
    return view;
  }

  /** The view before anybody decided, also where the citizen was quicker than the answer. */
  Map<String, Object> requested(Consent consent) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("consent_id", consent.id());
    view.put("state", "requested");
    view.put("approval_uri", issuer + "/consent/" + consent.link());
    view.put("decide_by", consent.decideBy().toString());
    view.put("poll_interval", POLL_SECONDS);
    return view;
  }
}
