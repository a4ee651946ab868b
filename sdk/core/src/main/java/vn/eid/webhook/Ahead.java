package vn.eid.webhook;

import java.time.Duration;
import java.time.Instant;

/** Says of a message from the future how far that is: a clock that is off is found by it. */
final class Ahead {
  private Ahead() {}

  static String problem(Instant now, Instant issued) {
    Duration ahead = Duration.between(now, issued);
    String by =
        ahead.toMinutes() < 2
            ? ahead.toSeconds() + " seconds"
            : ahead.plusSeconds(30).toMinutes() + " minutes";
    return "comes from the future: its time is "
        + by
        + " ahead; check this server's clock, then the sender's";
  }
}
