package vn.eid.mock.endpoint;

import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.MockState;

/** {@code GET /my/{ticket}}: who may read this citizen's data. */
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
    boolean revoked = exchange.query().one("revoked").isPresent();
    return pages.show(Pages.language(exchange), ticket, citizen(state, ticket), revoked);
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
