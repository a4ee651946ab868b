package vn.eid.mock.endpoint;

import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.Consent;
import vn.eid.mock.state.MockState;

/** {@code POST /my/{ticket}}: the citizen takes a consent back. */
final class MyRevoke implements Endpoint {
  private final MockState state;

  MyRevoke(MockState state) {
    this.state = state;
  }

  @Override
  public Reply answer(Exchange exchange) {
    String ticket = exchange.pathValue("ticket");
    Citizen citizen = MyShow.citizen(state, ticket);
    Consent consent =
        state
            .consents()
            .ofCitizen(citizen.id(), exchange.form().required("consent"))
            .orElseThrow(
                () -> Refusal.badRequest("consent_unknown", "This citizen has no such consent."));
    // One that ended meanwhile stands below, with the reason.
    boolean revoked = state.consents().revokeByCitizen(consent);
    String query = "?lang=" + Pages.language(exchange).tag() + (revoked ? "&revoked=1" : "");
    return MyOpen.show(state, ticket, query);
  }
}
