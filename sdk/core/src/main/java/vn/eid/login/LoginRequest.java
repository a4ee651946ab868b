package vn.eid.login;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.eid.InvalidRequestException;
import vn.eid.internal.http.SecureAddress;

/** What a login asks for. Immutable and thread-safe: one may serve all logins of an application. */
public final class LoginRequest {
  private final URI callback;
  private final Set<Claim> claims;

  private LoginRequest(URI callback, Set<Claim> claims) {
    this.callback = callback;
    this.claims = Set.copyOf(claims);
  }

  /**
   * A login that returns to a page of yours.
   *
   * @param callback an https URI (http on this machine), registered with the provider character by
   *     character
   * @throws InvalidRequestException where it is another kind of URI or has a fragment
   */
  public static LoginRequest returningTo(URI callback) {
    if (!SecureAddress.isHttps(callback) && !SecureAddress.isOnThisMachine(callback)) {
      throw new InvalidRequestException(
          "callback", "A callback is an https URI without a fragment; http on this machine only.");
    }
    return new LoginRequest(callback, Set.of());
  }

  /** Also asks to be told these things about the citizen. */
  public LoginRequest asking(Claim... wanted) {
    Set<Claim> all = EnumSet.noneOf(Claim.class);
    all.addAll(claims);
    all.addAll(List.of(wanted));
    return new LoginRequest(callback, all);
  }

  URI callback() {
    return callback;
  }

  Set<Claim> claims() {
    return claims;
  }
}
