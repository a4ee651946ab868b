package vn.eid.mock.endpoint;

import vn.eid.mock.state.MockState;

/**
 * {@code GET /my}: the way to a citizen's own page. ASSUMED: in the national app the citizen is
 * signed in; here a person chooses one, as at a login.
 */
final class MyChoose implements Endpoint {
  private final MyPages pages;

  MyChoose(MockState state) {
    this.pages = new MyPages(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    return pages.choose(Pages.language(exchange));
  }
}
