package vn.eid.mock.endpoint;

import java.util.Optional;
import vn.eid.mock.notice.PushDecisions;
import vn.eid.mock.page.Language;
import vn.eid.mock.state.Decision;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.PushRequest;

/** {@code POST /phone/{ticket}}: the citizen's answer; the first one counts. */
final class PhoneDecide implements Endpoint {
  private final MockState state;
  private final PushDecisions decisions;
  private final PhonePages pages;

  PhoneDecide(MockState state, PushDecisions decisions) {
    this.state = state;
    this.decisions = decisions;
    this.pages = new PhonePages(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    Language language = Pages.language(exchange);
    Optional<PushRequest> request = state.pushes().behind(exchange.pathValue("ticket"));
    if (request.isEmpty()) {
      return pages.message(language, 404, "phone.over.title", "phone.unknown");
    }
    // Silence is no approval: only the one button approves.
    boolean approved = exchange.form().one("decision").filter("approve"::equals).isPresent();
    if (!decisions.decide(request.get(), approved ? Decision.APPROVE : Decision.DECLINE)) {
      return pages.message(language, 409, "phone.over.title", "phone.over");
    }
    String text = approved ? "phone.approved" : "phone.declined";
    return pages.message(language, 200, "phone.done.title", text);
  }
}
