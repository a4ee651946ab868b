package vn.eid.login;

import java.time.Duration;

/** How a login by push stands. */
public sealed interface PushStatus {

  /**
   * The citizen has not answered yet.
   *
   * @param nextCheckIn when the provider may be asked again; asking earlier gives the same answer
   *     without asking it
   */
  record Waiting(Duration nextCheckIn) implements PushStatus {}

  /** It is over. Said once: the login is then used up. */
  record Finished(LoginOutcome outcome) implements PushStatus {}
}
