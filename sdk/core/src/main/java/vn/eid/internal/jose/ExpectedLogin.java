package vn.eid.internal.jose;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an id token must fit, of the login that it came with.
 *
 * @param nonce of a login in the browser
 * @param pushRequest the {@code auth_req_id} of a login by push, which has no nonce
 * @param acrValues one of these levels; none stands for any
 * @param signedInWithin how old the citizen's proof may be
 */
public record ExpectedLogin(
    Optional<String> nonce,
    Optional<String> pushRequest,
    String accessToken,
    List<String> acrValues,
    Optional<Duration> signedInWithin) {

  @Override
  public String toString() {
    return "ExpectedLogin[…]";
  }
}
