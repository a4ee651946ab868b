package vn.eid.mock.endpoint;

import java.util.Optional;
import vn.eid.mock.page.Language;
import vn.eid.mock.state.Consent;
import vn.eid.mock.state.ConsentState;
import vn.eid.mock.state.MockState;

/**
 * {@code GET /consent/{link}}: the page on which a citizen decides. ASSUMED: in the national app
 * the citizen is signed in; here whoever has the unguessable link is the citizen.
 */
final class ConsentOpen implements Endpoint {
  private final MockState state;
  private final ConsentPages pages;

  ConsentOpen(MockState state) {
    this.state = state;
    this.pages = new ConsentPages(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    Language language = Pages.language(exchange);
    Optional<Consent> consent = state.consents().behind(exchange.pathValue("link"));
    if (consent.isEmpty()) {
      return pages.message(language, 404, "consent.over.title", "consent.unknown");
    }
    return state.consents().state(consent.get()) instanceof ConsentState.Requested
        ? pages.ask(language, consent.get())
        : pages.over(language, 200, consent.get());
  }
}
