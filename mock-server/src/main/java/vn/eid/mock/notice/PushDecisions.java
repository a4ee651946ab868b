package vn.eid.mock.notice;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import vn.eid.mock.Fault;
import vn.eid.mock.state.Decision;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.PushRequest;

/** The citizen's answer on the phone, wherever it is given, and the ping that follows it. */
public final class PushDecisions {
  // A citizen who decides by himself does so before the application knows the request's name.
  private static final Duration REACTION = Duration.ofMillis(300);

  private final MockState state;
  private final Deliveries deliveries;

  public PushDecisions(MockState state, Deliveries deliveries) {
    this.state = state;
    this.deliveries = deliveries;
  }

  /** Whether the answer counted: the first one does, before the request expires. */
  public boolean decide(PushRequest request, Decision decision) {
    return decide(request, decision, Duration.ZERO);
  }

  /** The answer of a citizen whom nobody at the screen plays. */
  public void decideByItself(PushRequest request, Decision decision) {
    decide(request, decision, REACTION);
  }

  private boolean decide(PushRequest request, Decision decision, Duration reaction) {
    boolean open = decision != Decision.IGNORE && state.pushes().waits(request);
    if (open && state.faults().fires(Fault.PUSH_NEVER_ANSWERED)) {
      return true; // The citizen believes so, too.
    }
    boolean decided = state.pushes().decide(request, decision);
    if (decided) {
      state
          .addresses()
          .pushes(request.terms().clientId())
          .ifPresent(uri -> ping(uri, request, reaction));
    }
    return decided;
  }

  // STANDARD: OpenID Connect CIBA Core 1.0, section 10.2.
  private void ping(URI uri, PushRequest request, Duration reaction) {
    String body = "{\"auth_req_id\":\"" + request.id() + "\"}";
    request
        .terms()
        .notificationToken()
        .ifPresent(
            token ->
                deliveries.send(
                    "a ping",
                    HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                    reaction));
  }
}
