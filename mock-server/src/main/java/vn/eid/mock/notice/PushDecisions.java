package vn.eid.mock.notice;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import vn.eid.mock.Fault;
import vn.eid.mock.fault.PingFaults;
import vn.eid.mock.fault.Scene;
import vn.eid.mock.state.Decision;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.PushRequest;
import vn.eid.mock.state.PushTerms;

/** The citizen's answer on the phone, wherever it is given, and the ping that follows it. */
public final class PushDecisions {
  // A citizen who decides by himself does so before the application knows the request's name.
  private static final Duration REACTION = Duration.ofMillis(300);

  private final MockState state;
  private final Deliveries deliveries;
  private final PingFaults faults;

  public PushDecisions(MockState state, Deliveries deliveries) {
    this.state = state;
    this.deliveries = deliveries;
    this.faults = new PingFaults(state.faults());
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
    PushTerms terms = request.terms();
    Scene scene = Scene.ofNotice(terms.clientId(), Optional.of(terms.citizenId()), request.id());
    return state.faults().in(scene, () -> decided(request, decision, reaction));
  }

  private boolean decided(PushRequest request, Decision decision, Duration reaction) {
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
    if (request.terms().notificationToken().isEmpty()) {
      return;
    }
    String body = "{\"auth_req_id\":\"" + faults.requestId(request.id()) + "\"}";
    Optional<String> token = faults.token(request.terms().notificationToken().get());
    for (int i = faults.times(); i > 0; i--) {
      HttpRequest.Builder notice =
          HttpRequest.newBuilder(uri)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body));
      token.ifPresent(bearer -> notice.header("Authorization", "Bearer " + bearer));
      deliveries.send("a ping", notice, reaction);
    }
  }
}
