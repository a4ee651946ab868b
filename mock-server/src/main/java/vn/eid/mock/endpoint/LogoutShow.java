package vn.eid.mock.endpoint;

import vn.eid.mock.notice.SessionEnds;
import vn.eid.mock.state.LogoutRequest;
import vn.eid.mock.state.MockState;

/** {@code GET /logout/{ticket}}: asks whether the person wants to sign out. */
final class LogoutShow implements Endpoint {
  private final MockState state;
  private final LogoutPages pages;

  LogoutShow(MockState state, SessionEnds ends) {
    this.state = state;
    this.pages = new LogoutPages(state, ends);
  }

  @Override
  public Reply answer(Exchange exchange) {
    String ticket = exchange.pathValue("ticket");
    LogoutRequest request = state.logouts().find(ticket).orElseThrow(LogoutDecide::over);
    return pages.ask(Pages.language(exchange), ticket, request.session().orElseThrow());
  }
}
