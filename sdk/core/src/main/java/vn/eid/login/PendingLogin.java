package vn.eid.login;

import java.time.Instant;
import vn.eid.internal.jose.PossessionKey;
import vn.eid.internal.oauth.SecretValues;

/**
 * What must be remembered between start and finish. Holds secrets, so it prints nothing.
 *
 * @param possession the key of this login alone: a token stolen from it is worth nothing
 */
record PendingLogin(
    LoginRequest request,
    String nonce,
    String codeVerifier,
    PossessionKey possession,
    Instant finishBy)
    implements Pending.Awaited {

  static PendingLogin of(LoginRequest request, Instant finishBy) {
    return new PendingLogin(
        request, SecretValues.token(), SecretValues.token(), PossessionKey.fresh(), finishBy);
  }

  @Override
  public String toString() {
    return "PendingLogin[…]";
  }
}
