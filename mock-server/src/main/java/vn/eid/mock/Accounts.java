package vn.eid.mock;

import java.net.URI;
import java.util.List;
import vn.eid.mock.notice.Deliveries;
import vn.eid.mock.notice.LogoutTokens;
import vn.eid.mock.notice.PushDecisions;
import vn.eid.mock.notice.SecurityEvents;
import vn.eid.mock.notice.SessionEnds;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.Decision;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.PushRequest;
import vn.eid.mock.state.Session;

/** A test's hand on the citizens' accounts: their phones, their sessions, their locks. */
final class Accounts {
  private final MockState state;
  private final PushDecisions decisions;
  private final SessionEnds ends;
  private final LogoutTokens logoutTokens;
  private final SecurityEvents events;

  Accounts(MockState state, Deliveries deliveries) {
    this.state = state;
    this.decisions = new PushDecisions(state, deliveries);
    this.ends = new SessionEnds(state, deliveries);
    this.logoutTokens = new LogoutTokens(state);
    this.events = new SecurityEvents(state, deliveries);
  }

  List<PendingPush> pendingPushes() {
    return state.pushes().waiting().stream().map(this::pending).toList();
  }

  void answer(Citizen citizen, String authReqId, Decision decision) {
    PushRequest request =
        state
            .pushes()
            .find(authReqId)
            .filter(push -> push.terms().citizenId().equals(citizen.id()))
            .orElseThrow(
                () -> new IllegalStateException("Nobody asked this citizen for such a login."));
    if (!decisions.decide(request, decision)) {
      throw new IllegalStateException("The login is not waiting for a decision any more.");
    }
  }

  void endSessions(String citizenId) {
    state.sessions().of(citizenId).forEach(ends::end);
  }

  String logoutToken(String citizenId) {
    List<Session> sessions = state.sessions().of(citizenId);
    if (sessions.isEmpty()) {
      throw new IllegalStateException("The citizen has no session; let the citizen log in first.");
    }
    return logoutTokens.of(sessions.get(sessions.size() - 1));
  }

  void lock(Citizen citizen) {
    citizen.lock();
    events.citizenChanged(EventKind.ACCOUNT_LOCKED, citizen.id());
    endSessions(citizen.id());
    state.pushes().waiting().stream()
        .filter(push -> push.terms().citizenId().equals(citizen.id()))
        .forEach(push -> decisions.decide(push, Decision.DECLINE));
  }

  void recover(Citizen citizen) {
    citizen.unlock();
    events.citizenChanged(EventKind.ACCOUNT_RECOVERED, citizen.id());
  }

  void rename(Citizen citizen, String name) {
    citizen.rename(name);
    events.citizenChanged(EventKind.IDENTITY_CHANGED, citizen.id());
  }

  private PendingPush pending(PushRequest request) {
    return new PendingPush(
        request.id(),
        request.terms().citizenId(),
        request.terms().bindingMessage(),
        URI.create(state.issuer() + "/phone/" + request.ticket()));
  }
}
