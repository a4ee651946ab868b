package vn.eid.mock.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.mock.fault.PushFaults;
import vn.eid.mock.notice.PushDecisions;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.Decision;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.PushRequest;
import vn.eid.mock.state.PushRequests;
import vn.eid.mock.state.PushTerms;

/** {@code POST /ciba}: asks a citizen on the phone: CIBA Core 1.0, section 7. */
final class BackchannelAuthentication implements Endpoint {
  private final MockState state;
  private final ClientAuthentication clients;
  private final PushForm form;
  private final PushDecisions decisions;
  private final PushFaults faults;

  BackchannelAuthentication(MockState state, PushDecisions decisions) {
    this.state = state;
    this.clients = new ClientAuthentication(state);
    this.form = new PushForm(state);
    this.decisions = decisions;
    this.faults = new PushFaults(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    Client client = clients.authenticate(exchange);
    PushTerms terms = form.read(exchange.form(), client);
    PushRequest request = state.pushes().ask(terms);
    Citizen citizen = state.citizens().find(terms.citizenId()).orElseThrow();
    // A locked account has no app to decide in, so nobody is waited for.
    if (!state.interactive() || citizen.locked()) {
      decisions.decideByItself(
          request, citizen.locked() ? Decision.DECLINE : citizen.nextDecision());
    }
    return Reply.json(200, members(request));
  }

  private Map<String, Object> members(PushRequest request) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("auth_req_id", request.id());
    members.put("expires_in", request.terms().life().toSeconds());
    members.put("interval", PushRequests.INTERVAL.toSeconds());
    // OBSERVED: https://universal.dancuquocgia.com/share/[txnId] opens a request in the app.
    // ASSUMED: that the answer names such a link.
    members.put("app_link", state.issuer() + "/phone/" + request.ticket());
    faults.apply(members);
    return members;
  }
}
