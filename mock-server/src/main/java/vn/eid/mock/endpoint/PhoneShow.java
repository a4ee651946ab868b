package vn.eid.mock.endpoint;

import java.util.Optional;
import vn.eid.mock.page.Language;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.PushRequest;

/**
 * {@code GET /phone/{ticket}}: the page on which a citizen decides about a login elsewhere.
 * ASSUMED: in the national app the citizen is signed in; here whoever has the unguessable link is.
 */
final class PhoneShow implements Endpoint {
  private final MockState state;
  private final PhonePages pages;

  PhoneShow(MockState state) {
    this.state = state;
    this.pages = new PhonePages(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    Language language = Pages.language(exchange);
    Optional<PushRequest> request = state.pushes().behind(exchange.pathValue("ticket"));
    if (request.isEmpty()) {
      return pages.message(language, 404, "phone.over.title", "phone.unknown");
    }
    return state.pushes().waits(request.get())
        ? pages.ask(language, request.get())
        : pages.message(language, 200, "phone.over.title", "phone.over");
  }
}
