package vn.eid.mock.endpoint;

import vn.eid.mock.state.Consent;
import vn.eid.mock.state.MockState;

/** {@code POST /consent/v1/consents/{id}/revocation}: the recipient gives a consent up. */
final class ConsentRevoke implements Endpoint {
  private final MockState state;
  private final ResourceGuard guard;
  private final ConsentView view;

  ConsentRevoke(MockState state, ResourceGuard guard) {
    this.state = state;
    this.guard = guard;
    this.view = new ConsentView(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    String clientId = guard.requireScope(exchange, "consent").clientId();
    Consent consent = ConsentRead.find(state, clientId, exchange.pathValue("id"));
    JsonBody.of(exchange).only("reason").text("reason");
    state.consents().revokeByRecipient(consent);
    return Reply.json(200, view.of(consent, state.consents().state(consent)));
  }
}
