package vn.eid.mock.endpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.eid.mock.state.Consent;
import vn.eid.mock.state.Members;
import vn.eid.mock.state.MockState;

/**
 * {@code POST /consent/v1/consents/search}: all that this client asked one citizen for. POST,
 * because a citizen's number must not stand in an address.
 */
final class ConsentSearch implements Endpoint {
  private static final int PAGE = 20;
  private static final String CURSOR = "cursor";

  private final MockState state;
  private final ResourceGuard guard;
  private final ConsentView view;

  ConsentSearch(MockState state, ResourceGuard guard) {
    this.state = state;
    this.guard = guard;
    this.view = new ConsentView(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    String clientId = guard.requireScope(exchange, "consent").clientId();
    Members body = JsonBody.of(exchange).only("citizen_id", CURSOR);
    List<Consent> all =
        state.consents().ofCitizen(CitizenNumber.read(body)).stream()
            .filter(consent -> consent.terms().clientId().equals(clientId))
            .toList();
    return page(after(all, body.optionalText(CURSOR)));
  }

  /** A cursor is the last consent of the page before, so what is new meanwhile moves nothing. */
  private static List<Consent> after(List<Consent> all, Optional<String> cursor) {
    if (cursor.isEmpty()) {
      return all;
    }
    int last = all.stream().map(Consent::id).toList().indexOf(cursor.get());
    if (last < 0) {
      throw Refusal.badRequest(
              "invalid_request",
              "The cursor is none of this search; send the next_cursor of the page before.")
          .member("field", CURSOR);
    }
    return all.subList(last + 1, all.size());
  }

  private Reply page(List<Consent> rest) {
    List<Consent> page = rest.subList(0, Math.min(PAGE, rest.size()));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(
        "consents",
        page.stream().map(consent -> view.of(consent, state.consents().state(consent))).toList());
    if (rest.size() > PAGE) {
      answer.put("next_cursor", page.get(PAGE - 1).id());
    }
    return Reply.json(200, answer);
  }
}
