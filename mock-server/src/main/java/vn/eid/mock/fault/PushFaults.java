package vn.eid.mock.fault;

import java.util.Map;
import vn.eid.mock.Fault;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Secrets;
import vn.eid.mock.state.Session;

/** Changes the answer to a request on the phone, and what its tokens are about. */
public final class PushFaults {
  private final MockState state;

  public PushFaults(MockState state) {
    this.state = state;
  }

  /** Changes the answer to the request in place. */
  public void apply(Map<String, Object> answer) {
    if (fires(Fault.PUSH_WITHOUT_AUTH_REQ_ID)) {
      answer.remove("auth_req_id");
    }
    if (fires(Fault.PUSH_WITHOUT_EXPIRY)) {
      answer.remove("expires_in");
    }
    if (fires(Fault.PUSH_EXPIRY_ABSURD)) {
      answer.put("expires_in", 30L * 365 * 24 * 3600);
    }
    if (fires(Fault.PUSH_WITHOUT_INTERVAL)) {
      answer.remove("interval");
    }
    if (fires(Fault.PUSH_INTERVAL_ABSURD)) {
      answer.put("interval", 24 * 3600);
    }
    if (fires(Fault.PUSH_LINK_TO_OTHER_HOST)) {
      answer.put("app_link", "http://other.example/phone");
    }
  }

  private boolean fires(Fault fault) {
    return state.faults().fires(fault);
  }

  /** The request that the id token names. */
  public String requestId(String own) {
    return fires(Fault.PUSH_ID_TOKEN_OTHER_REQUEST) ? Secrets.random() : own;
  }

  /** The session that the tokens are issued for; userinfo tells the same lie as the id token. */
  public Session session(Session own) {
    return fires(Fault.PUSH_ID_TOKEN_OTHER_CITIZEN) ? OtherCitizen.inThePlaceOf(state, own) : own;
  }
}
