package vn.eid.mock.endpoint;

import vn.eid.mock.notice.SessionEnds;
import vn.eid.mock.page.Language;
import vn.eid.mock.state.LogoutRequest;
import vn.eid.mock.state.MockState;

/** {@code POST /logout/{ticket}}: the person signs out, or stays. */
final class LogoutDecide implements Endpoint {
  private final MockState state;
  private final LogoutPages pages;

  LogoutDecide(MockState state, SessionEnds ends) {
    this.state = state;
    this.pages = new LogoutPages(state, ends);
  }

  @Override
  public Reply answer(Exchange exchange) {
    Language language = Pages.language(exchange);
    String decision = exchange.form().required("decision");
    LogoutRequest request =
        state.logouts().take(exchange.pathValue("ticket")).orElseThrow(LogoutDecide::over);
    return decision.equals("leave") ? pages.end(language, request) : pages.stayed(language);
  }

  static Refusal over() {
    return Refusal.badRequest(
        "logout_over", "This logout is finished or too old; start it again from the application.");
  }
}
