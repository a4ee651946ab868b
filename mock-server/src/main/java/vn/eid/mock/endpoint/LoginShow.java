package vn.eid.mock.endpoint;

import java.util.Optional;
import vn.eid.mock.page.Language;
import vn.eid.mock.state.AuthorizationRequest;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.Logins.OpenPage;
import vn.eid.mock.state.MockState;

/**
 * A page of an interactive login, each under an address of its own: it may be loaded again, shown
 * in the other language, and gone back to.
 */
final class LoginShow implements Endpoint {
  private final MockState state;
  private final LoginPages pages;

  LoginShow(MockState state) {
    this.state = state;
    this.pages = new LoginPages(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    String login = exchange.pathValue("login");
    OpenPage page = state.logins().findPage(login).orElseThrow(LoginDecide::over);
    AuthorizationRequest request = page.request();
    Language language = Pages.language(exchange);
    Optional<Citizen> citizen = page.citizenId().flatMap(state.citizens()::find);
    if (citizen.isEmpty()) {
      return pages.choose(language, request, login);
    }
    return citizen.get().locked()
        ? pages.locked(language, request, login)
        : pages.approve(language, request, login, citizen.get());
  }
}
