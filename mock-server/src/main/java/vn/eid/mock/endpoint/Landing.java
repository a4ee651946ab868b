package vn.eid.mock.endpoint;

import java.util.Map;
import vn.eid.mock.page.Page;
import vn.eid.mock.state.MockState;

/** {@code GET /}: what this server is, and where to begin. */
final class Landing implements Endpoint {
  private final MockState state;

  Landing(MockState state) {
    this.state = state;
  }

  @Override
  public Reply answer(Exchange exchange) {
    return Pages.reply(
        exchange,
        200,
        new Page(
            "landing.jte",
            Map.of("issuer", state.issuer(), "client", state.clients().demo().client().id())));
  }
}
