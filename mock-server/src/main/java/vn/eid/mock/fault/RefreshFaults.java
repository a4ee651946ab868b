package vn.eid.mock.fault;

import java.util.Optional;
import vn.eid.mock.Fault;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Session;

/** Adds to the answer to a refresh what is none of the session's. */
public final class RefreshFaults {
  private final MockState state;

  public RefreshFaults(MockState state) {
    this.state = state;
  }

  /** The session of which the answer is to have an id token; a good one has none. */
  public Optional<Session> session(Session own) {
    return state.faults().fires(Fault.REFRESH_ID_TOKEN_OTHER_SUBJECT)
        ? Optional.of(OtherCitizen.inThePlaceOf(state, own))
        : Optional.empty();
  }
}
