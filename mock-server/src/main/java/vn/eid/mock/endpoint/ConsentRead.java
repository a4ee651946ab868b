package vn.eid.mock.endpoint;

import vn.eid.mock.state.Barrier;
import vn.eid.mock.state.Consent;
import vn.eid.mock.state.MockState;

/** {@code GET /consent/v1/consents/{id}}: where a consent stands. */
final class ConsentRead implements Endpoint {
  private final MockState state;
  private final ResourceGuard guard;
  private final ConsentView view;

  ConsentRead(MockState state, ResourceGuard guard) {
    this.state = state;
    this.guard = guard;
    this.view = new ConsentView(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    String clientId = guard.requireScope(exchange, "consent").clientId();
    Consent consent = find(state, clientId, exchange.pathValue("id"));
    return Reply.json(200, view.of(consent, state.consents().state(consent)));
  }

  /** A consent of this client: another client's is refused like one that never was. */
  static Consent find(MockState state, String clientId, String consentId) {
    return state
        .consents()
        .find(clientId, consentId)
        .orElseThrow(() -> BarrierRefusals.at(404, Barrier.NOT_FOUND));
  }
}
