package vn.eid.mock.endpoint;

import java.time.Duration;

/**
 * How an answer travels to its caller. Only a fault has it travel otherwise than whole and at once.
 *
 * @param time how long it takes; zero where it takes none
 */
public record Transit(Way way, Duration time) {
  static final Transit PLAIN = new Transit(Way.WHOLE, Duration.ZERO);

  /** What happens to it on the way. */
  public enum Way {
    /** It arrives. */
    WHOLE,
    /** The connection is reset, and nothing arrives. */
    RESET,
    /** Random bytes arrive in its place, and no HTTP. */
    GARBAGE,
    /** Its length is told, and half of it arrives. */
    CUT,
    /** It sets off after a while. */
    LATE,
    /** It comes in small pieces. */
    DRIP
  }
}
