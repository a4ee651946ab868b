package vn.eid.mock.endpoint;

import java.util.Map;
import java.util.Optional;
import vn.eid.mock.Fault;
import vn.eid.mock.fault.PushFaults;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.PushBarrier;
import vn.eid.mock.state.PushRequest;

/** A poll for the tokens of a request on the phone: CIBA Core 1.0, section 10.1. */
final class PushGrant implements TokenGrant {
  /** The {@code grant_type}. */
  static final String TYPE = "urn:openid:params:grant-type:ciba";

  // STANDARD: section 10.3.1 demands the claim of the push mode only. ASSUMED: here it always
  // comes,
  // because nothing else ties the id token to the request.
  private static final String CLAIM = "urn:openid:params:jwt:claim:auth_req_id";

  private final MockState state;
  private final LoginTokens tokens;
  private final PushFaults faults;

  PushGrant(MockState state) {
    this.state = state;
    this.tokens = new LoginTokens(state);
    this.faults = new PushFaults(state);
  }

  @Override
  public Map<String, Object> tokens(Client client, String jkt, Exchange exchange) {
    Params form = exchange.form();
    PushRequest request =
        state
            .pushes()
            .find(form.required("auth_req_id"))
            .filter(push -> push.terms().clientId().equals(client.id()))
            .orElseThrow(PushGrant::unknown);
    if (!state.pushes().polled(request) && state.faults().fires(Fault.PUSH_SLOW_DOWN)) {
      state.pushes().slowDown(request, jkt);
      throw refusal(PushBarrier.TOO_EARLY);
    }
    Optional<PushBarrier> barrier = state.pushes().poll(request, jkt);
    if (barrier.isPresent()) {
      throw refusal(barrier.get());
    }
    return tokens.first(
        faults.session(request.session().orElseThrow()),
        request.terms().login(),
        jkt,
        Map.of(CLAIM, faults.requestId(request.id())));
  }

  private static Refusal refusal(PushBarrier barrier) {
    return Refusal.badRequest(barrier.code(), barrier.sentence());
  }

  private static Refusal unknown() {
    return Refusal.badRequest(
        "invalid_grant", "The auth_req_id is unknown, long expired, or another client's.");
  }
}
