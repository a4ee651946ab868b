package vn.eid.mock.endpoint;

import java.util.Set;
import vn.eid.mock.state.AuthorizationRequest;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.Logins.OpenPage;
import vn.eid.mock.state.MockState;

/**
 * The form of the second page: the person approves or declines, and goes back to the application.
 */
final class LoginDecide implements Endpoint {
  private static final Set<String> DECISIONS = Set.of("approve", "decline", "return");

  private final MockState state;
  private final Callback callback;

  LoginDecide(MockState state) {
    this.state = state;
    this.callback = new Callback(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    String decision = exchange.form().required("decision");
    if (!DECISIONS.contains(decision)) {
      throw Refusal.badRequest("decision_unknown", "There is no such decision.");
    }
    OpenPage page =
        state.logins().findPage(exchange.form().required("login")).orElseThrow(LoginDecide::over);
    Citizen citizen =
        page.citizenId().flatMap(state.citizens()::find).orElseThrow(LoginDecide::over);
    AuthorizationRequest request = page.request();
    // A form that is sent twice, or from two pages of one login, is answered once.
    if (!state.logins().finish(request)) {
      throw over();
    }
    if (citizen.locked()) {
      throw callback.locked(exchange, request);
    }
    return decision.equals("approve")
        ? callback.approved(exchange, request, citizen)
        : callback.declined(request);
  }

  static Refusal over() {
    return Refusal.badRequest(
        "login_over",
        "This login is finished or too old; go back to the application and start again.");
  }
}
