package vn.eid.login;

import java.net.URI;
import java.time.Instant;

/** A login that has begun: send the browser to the address. Immutable and thread-safe. */
public final class LoginStart {
  private final URI authorizationUri;
  private final Instant finishBy;

  LoginStart(URI authorizationUri, Instant finishBy) {
    this.authorizationUri = authorizationUri;
    this.finishBy = finishBy;
  }

  /** Where to redirect the browser to. It works once and for about a minute; do not log it. */
  public URI authorizationUri() {
    return authorizationUri;
  }

  /** Until when the callback is awaited: ten minutes from the start. */
  public Instant finishBy() {
    return finishBy;
  }

  @Override
  public String toString() {
    return "LoginStart[finishBy=" + finishBy + "]";
  }
}
