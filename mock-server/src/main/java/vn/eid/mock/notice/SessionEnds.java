package vn.eid.mock.notice;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Session;

/** Ends sessions, and tells their clients: OpenID Connect Back-Channel Logout 1.0, section 2.5. */
public final class SessionEnds {
  private final MockState state;
  private final Deliveries deliveries;
  private final LogoutTokens tokens;
  private final SecurityEvents events;

  public SessionEnds(MockState state, Deliveries deliveries) {
    this.state = state;
    this.deliveries = deliveries;
    this.tokens = new LogoutTokens(state);
    this.events = new SecurityEvents(state, deliveries);
  }

  /** Ends a session and what was issued for it; one that is over already is told to nobody. */
  public void end(Session session) {
    if (state.sessions().end(session)) {
      events.sessionEnded(session);
      state.addresses().logouts(session.clientId()).ifPresent(uri -> tell(uri, session));
    }
  }

  private void tell(URI uri, Session session) {
    String form = "logout_token=" + tokens.of(session);
    for (int i = tokens.times(session); i > 0; i--) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(uri)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form));
      deliveries.send("a logout token", request, Duration.ZERO);
    }
  }
}
