package vn.eid.mock.endpoint;

import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.Consent;
import vn.eid.mock.state.ConsentTerms;
import vn.eid.mock.state.Decision;
import vn.eid.mock.state.MockState;

/** {@code POST /consent/v1/consents}: asks a citizen for consent. */
final class ConsentCreate implements Endpoint {
  private final MockState state;
  private final ResourceGuard guard;
  private final IdempotentAnswers answers;
  private final ConsentView view;

  ConsentCreate(MockState state, ResourceGuard guard) {
    this.state = state;
    this.guard = guard;
    this.answers = new IdempotentAnswers(state.idempotencyKeys());
    this.view = new ConsentView(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    String clientId = guard.requireScope(exchange, "consent").clientId();
    return answers.answer(exchange, clientId, () -> create(exchange, clientId));
  }

  private Reply create(Exchange exchange, String clientId) {
    Client client = state.clients().find(clientId).orElseThrow();
    ConsentTerms terms = ConsentForm.read(JsonBody.of(exchange), client);
    Citizen citizen = state.citizens().find(terms.citizenId()).orElseThrow(ConsentCreate::nobody);
    Consent consent = state.consents().request(terms);
    if (!state.interactive()) {
      state.consents().decide(consent, citizen, decision(citizen));
    }
    return Reply.json(201, view.requested(consent))
        .with("Location", state.issuer() + "/consent/v1/consents/" + consent.id());
  }

  // ASSUMED: a locked account cannot open the app, so the request stays open until it expires.
  private static Decision decision(Citizen citizen) {
    return citizen.locked() ? Decision.IGNORE : citizen.nextDecision();
  }

  private static Refusal nobody() {
    return Refusal.badRequest(
            "citizen_not_found",
            "The mock has no citizen of this number; take one of its citizens file.")
        .member("field", "citizen_id");
  }
}
