package vn.eid.login;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import vn.eid.internal.jose.SigningKey;
import vn.eid.internal.oauth.SecretValues;

/**
 * What must be remembered between start and finish. Holds secrets, so it prints nothing.
 *
 * @param possession the key of this login alone: a token stolen from it is worth nothing
 */
record PendingLogin(
    URI callback,
    Set<Claim> claims,
    String nonce,
    String codeVerifier,
    SigningKey possession,
    Instant finishBy) {

  static PendingLogin of(LoginRequest request, Instant finishBy) {
    return new PendingLogin(
        request.callback(),
        request.claims(),
        SecretValues.token(),
        SecretValues.token(),
        SecretValues.possession(),
        finishBy);
  }

  @Override
  public String toString() {
    return "PendingLogin[…]";
  }
}
