package vn.eid.mock.door;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.eid.mock.EidMock;
import vn.eid.mock.PendingPush;
import vn.eid.mock.endpoint.Exchange;
import vn.eid.mock.endpoint.JsonBody;
import vn.eid.mock.endpoint.Refusal;
import vn.eid.mock.endpoint.Reply;

/** What waits on the citizens' phones: {@code /pushes}. */
final class PhoneErrands {
  private static final String ALL = "/pushes";
  private static final String ONE = ALL + "/{auth_req_id}";

  private final EidMock mock;

  PhoneErrands(EidMock mock) {
    this.mock = mock;
  }

  List<Errand> all() {
    return List.of(
        Errand.get(ALL, "The requests that wait on the citizens' phones.", unused -> list()),
        Errand.post(
            ONE + "/approval", "The citizen approves one on the phone.", "{}", this::approve),
        Errand.post(
            ONE + "/refusal", "The citizen declines one on the phone.", "{}", this::decline));
  }

  private Reply list() {
    return Reply.json(
        200, Map.of("pushes", mock.pendingPushes().stream().map(PhoneErrands::view).toList()));
  }

  private Reply approve(Exchange exchange) {
    PendingPush push = push(exchange);
    mock.citizen(push.citizenNumber()).approvePush(push.authReqId());
    return Reply.noContent();
  }

  private Reply decline(Exchange exchange) {
    PendingPush push = push(exchange);
    mock.citizen(push.citizenNumber()).declinePush(push.authReqId());
    return Reply.noContent();
  }

  private PendingPush push(Exchange exchange) {
    JsonBody.of(exchange).only();
    String id = exchange.pathValue("auth_req_id");
    return mock.pendingPushes().stream()
        .filter(push -> push.authReqId().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.of(
                    404,
                    "push_not_found",
                    "No such request waits; the citizens decide at once unless they ignore the next"
                        + " one, or the server is interactive."));
  }

  private static Map<String, Object> view(PendingPush push) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("auth_req_id", push.authReqId());
    view.put("citizen", push.citizenNumber());
    push.bindingMessage().ifPresent(message -> view.put("binding_message", message));
    view.put("page", push.appLink().toString());
    return view;
  }
}
