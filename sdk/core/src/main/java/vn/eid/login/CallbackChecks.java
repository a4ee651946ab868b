package vn.eid.login;

import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;

/**
 * The checks of an authorization response, in order: the state (RFC 6749, section 10.12), then the
 * issuer (RFC 9207, section 2.4), and only then anything else that it says.
 */
final class CallbackChecks {
  private final Operation operation;
  private final Pending logins;
  private final String issuer;

  CallbackChecks(Operation operation, Pending logins, String issuer) {
    this.operation = operation;
    this.logins = logins;
    this.issuer = issuer;
  }

  /** The login that this callback belongs to. It is used up, whatever comes next. */
  PendingLogin verify(Callback callback, BrowserSession browser) {
    PendingLogin login = takeByState(callback, browser);
    checkIssuer(callback);
    return login;
  }

  private PendingLogin takeByState(Callback callback, BrowserSession browser) {
    return callback
        .get("state")
        .flatMap(state -> logins.take(operation, Pending.name(state, browser)))
        .map(logins::read)
        .orElseThrow(
            () ->
                operation.untrusted(
                    Check.STATE,
                    "No login of this browser waits for this callback: it was finished before, began"
                        + " in another browser, or was never started. Start the login again."));
  }

  private void checkIssuer(Callback callback) {
    if (!callback.get("iss").orElse("").equals(issuer)) {
      throw operation.untrusted(
          Check.ISSUER, "The callback does not name the configured issuer as its sender.");
    }
  }
}
