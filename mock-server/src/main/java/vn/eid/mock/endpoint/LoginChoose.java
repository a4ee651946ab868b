package vn.eid.mock.endpoint;

import java.util.Optional;
import vn.eid.mock.state.AuthorizationRequest;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.Logins.OpenPage;
import vn.eid.mock.state.MockState;

/** The form of the first page: the person says who they are. */
final class LoginChoose implements Endpoint {
  private final MockState state;

  LoginChoose(MockState state) {
    this.state = state;
  }

  @Override
  public Reply answer(Exchange exchange) {
    Params form = exchange.form();
    Citizen citizen =
        state
            .citizens()
            .find(form.required("citizen"))
            .orElseThrow(
                () -> Refusal.badRequest("citizen_unknown", "There is no such citizen here."));
    AuthorizationRequest request =
        state.logins().findPage(form.required("login")).orElseThrow(LoginDecide::over).request();
    // A page of its own, so that a step back in the browser leads to a list that still works.
    String login = state.logins().open(new OpenPage(request, Optional.of(citizen.id())));
    return LoginPages.show(state, login, Pages.language(exchange));
  }
}
