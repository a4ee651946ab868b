package vn.eid.mock.fault;

import vn.eid.mock.Fault;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Secrets;
import vn.eid.mock.state.Session;

/** Changes what the tokens of a request on the phone are about. */
public final class PushFaults {
  private final MockState state;

  public PushFaults(MockState state) {
    this.state = state;
  }

  /** The request that the id token names. */
  public String requestId(String own) {
    return state.faults().fires(Fault.PUSH_ID_TOKEN_OTHER_REQUEST) ? Secrets.random() : own;
  }

  /** The session that the tokens are issued for; userinfo tells the same lie as the id token. */
  public Session session(Session own) {
    if (!state.faults().fires(Fault.PUSH_ID_TOKEN_OTHER_CITIZEN)) {
      return own;
    }
    String other =
        state.citizens().all().stream()
            .map(Citizen::id)
            .filter(id -> !id.equals(own.citizenId()))
            .findFirst()
            .orElseThrow();
    return new Session(own.id(), own.clientId(), other, own.authenticatedAt(), own.acr());
  }
}
