package vn.eid.mock.endpoint;

import java.net.URI;
import vn.eid.mock.notice.SessionEnds;
import vn.eid.mock.state.LogoutRequest;
import vn.eid.mock.state.MockState;

/**
 * {@code /logout}: where the application sends the browser to end a session: OpenID Connect
 * RP-Initiated Logout 1.0.
 */
final class Logout implements Endpoint {
  private final MockState state;
  private final LogoutForm form;
  private final LogoutPages pages;

  Logout(MockState state, SessionEnds ends) {
    this.state = state;
    this.form = new LogoutForm(state);
    this.pages = new LogoutPages(state, ends);
  }

  @Override
  public Reply answer(Exchange exchange) {
    boolean post = exchange.method().equals("POST");
    LogoutRequest request = form.read(post ? exchange.form() : exchange.query());
    if (!state.interactive() || request.session().isEmpty()) {
      return pages.end(Pages.language(exchange), request);
    }
    // A page under an address of its own: it may be loaded again and shown in the other language.
    String address = state.issuer() + "/logout/" + state.logouts().open(request);
    return Reply.redirect(URI.create(address + "?lang=" + Pages.language(exchange).tag()));
  }
}
