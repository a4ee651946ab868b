package vn.eid.mock.endpoint;

import java.util.Optional;
import vn.eid.mock.page.Language;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.MockState;

/**
 * {@code GET /my/{ticket}}: who may read this citizen's data; with {@code ?revoke=} and a consent,
 * whether the citizen means to take it back.
 */
final class MyShow implements Endpoint {
  private final MockState state;
  private final MyPages pages;

  MyShow(MockState state) {
    this.state = state;
    this.pages = new MyPages(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    String ticket = exchange.pathValue("ticket");
    Citizen citizen = citizen(state, ticket);
    Language language = Pages.language(exchange);
    // One that ended meanwhile needs no question.
    Optional<Reply> question =
        exchange
            .query()
            .one("revoke")
            .flatMap(id -> state.consents().ofCitizen(citizen.id(), id))
            .flatMap(consent -> pages.askBack(language, ticket, consent));
    boolean revoked = exchange.query().one("revoked").isPresent();
    return question.orElseGet(() -> pages.show(language, ticket, citizen, revoked));
  }

  /** Who is on the page. */
  static Citizen citizen(MockState state, String ticket) {
    return state
        .visits()
        .find(ticket)
        .flatMap(state.citizens()::find)
        .orElseThrow(
            () -> Refusal.badRequest("visit_over", "This page was left too long; begin at /my."));
  }
}
