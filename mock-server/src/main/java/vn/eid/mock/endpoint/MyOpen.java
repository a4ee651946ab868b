package vn.eid.mock.endpoint;

import java.net.URI;
import vn.eid.mock.page.Language;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.MockState;

/** {@code POST /my}: the person says who they are, and goes to that citizen's page. */
final class MyOpen implements Endpoint {
  private final MockState state;
  private final MyPages pages;

  MyOpen(MockState state) {
    this.state = state;
    this.pages = new MyPages(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    Language language = Pages.language(exchange);
    Citizen citizen =
        state
            .citizens()
            .find(exchange.form().required("citizen"))
            .orElseThrow(
                () -> Refusal.badRequest("citizen_unknown", "There is no such citizen here."));
    return citizen.locked()
        ? pages.message(language, 403, "locked.title", "locked.text")
        : show(state, state.visits().open(citizen.id()), "?lang=" + language.tag());
  }

  /** Sends the browser to a citizen's page: 303, so that loading it again sends no form again. */
  static Reply show(MockState state, String ticket, String query) {
    return Reply.redirect(URI.create(state.issuer() + "/my/" + ticket + query));
  }
}
