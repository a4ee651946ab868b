package vn.eid.mock.fault;

import java.util.Optional;
import vn.eid.mock.Fault;
import vn.eid.mock.state.Secrets;

/** Changes the ping after a decision on the phone. */
public final class PingFaults {
  private final Faults faults;

  public PingFaults(Faults faults) {
    this.faults = faults;
  }

  /** The request that the ping names. */
  public String requestId(String own) {
    return faults.fires(Fault.PING_OTHER_REQUEST) ? Secrets.random() : own;
  }

  /** The Bearer token that it comes with. */
  public Optional<String> token(String own) {
    if (faults.fires(Fault.PING_WITHOUT_TOKEN)) {
      return Optional.empty();
    }
    return Optional.of(faults.fires(Fault.PING_WRONG_TOKEN) ? Secrets.random() : own);
  }

  /** How often it comes. */
  public int times() {
    return faults.fires(Fault.PING_TWICE) ? 2 : 1;
  }
}
