package vn.eid.mock.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.mock.Fault;
import vn.eid.mock.fault.EndReceiptFaults;
import vn.eid.mock.fault.Faults;
import vn.eid.mock.fault.ReceiptFaults;
import vn.eid.mock.state.Consent;
import vn.eid.mock.state.ConsentState;
import vn.eid.mock.state.ConsentState.Active;
import vn.eid.mock.state.ConsentState.Ended;
import vn.eid.mock.state.ConsentTerms;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Subjects;
import vn.eid.mock.state.TermsDocument;

/** A consent as its recipient sees it. */
final class ConsentView {
  private static final int POLL_SECONDS = 2;

  private final String issuer;
  private final Faults faults;
  private final Subjects subjects;
  private final ReceiptFaults receipts;
  private final EndReceiptFaults endReceipts;

  ConsentView(MockState state) {
    this.issuer = state.issuer();
    this.faults = state.faults();
    this.subjects = state.subjects();
    this.receipts = new ReceiptFaults(state.faults(), state.keys(), state.clock());
    this.endReceipts = new EndReceiptFaults(state.faults(), state.keys());
  }

  Map<String, Object> of(Consent consent, ConsentState state) {
    if (state instanceof Active active) {
      return active(consent, active);
    }
    return state instanceof Ended ended ? ended(consent, ended) : requested(consent);
  }

  /** The view before anybody decided, also where the citizen was quicker than the answer. */
  Map<String, Object> requested(Consent consent) {
    Map<String, Object> view = common(consent, "requested");
    view.put("approval_uri", issuer + "/consent/" + consent.link());
    view.put("decide_by", consent.decideBy().toString());
    view.put("poll_interval", POLL_SECONDS);
    return view;
  }

  private Map<String, Object> active(Consent consent, Active active) {
    Map<String, Object> view = common(consent, "active");
    view.put("receipt", receipts.apply(active.grant().receipt()));
    Map<String, Integer> left = new LinkedHashMap<>();
    consent.usesLeft().forEach((dataSet, uses) -> left.put(dataSet.code(), uses));
    if (!left.isEmpty()) {
      view.put("uses_left", left);
    }
    return view;
  }

  private Map<String, Object> ended(Consent consent, Ended ended) {
    Map<String, Object> view = common(consent, "ended");
    view.put("cause", ended.cause().code());
    view.put("ended_at", ended.at().toString());
    endReceipts.apply(ended.receipt()).ifPresent(receipt -> view.put("end_receipt", receipt));
    ended.grant().ifPresent(grant -> view.put("receipt", receipts.apply(grant.receipt())));
    return view;
  }

  private Map<String, Object> common(Consent consent, String state) {
    ConsentTerms terms = consent.terms();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("consent_id", consent.id());
    view.put("subject", subjects.of(terms.citizenId(), terms.clientId()));
    view.put("state", faults.fires(Fault.CONSENT_STATE_UNKNOWN) ? "suspended" : state);
    view.put("asked", TermsDocument.asked(terms));
    return view;
  }
}
