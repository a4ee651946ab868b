package vn.eid.mock.state;

import java.time.Instant;
import java.util.Map;
import vn.eid.mock.fault.Scene;

/**
 * An event that waits for its client to fetch it. It is signed each time that it is fetched.
 *
 * @param scene whom it is about, for faults that are aimed
 * @param from when it can be fetched
 */
public record QueuedEvent(Scene scene, Instant from, Map<String, Object> claims) {

  /** Its {@code jti}. */
  public String id() {
    return String.valueOf(claims.get("jti"));
  }

  /** Masked: the claims hold a pseudonym. */
  @Override
  public String toString() {
    return "QueuedEvent[" + from + "]";
  }
}
