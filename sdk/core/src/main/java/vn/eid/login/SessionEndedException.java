package vn.eid.login;

import java.io.IOException;

/**
 * A call could not be made because the citizen's session is over: logged out, revoked, or too old
 * to be renewed. Let the citizen log in again.
 */
public final class SessionEndedException extends IOException {
  private static final long serialVersionUID = 1L;

  SessionEndedException() {
    super("The citizen's session has ended: let the citizen log in again.");
  }
}
