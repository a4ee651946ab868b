package vn.eid.login;

import java.net.URI;
import java.time.Duration;
import vn.eid.InvalidRequestException;
import vn.eid.internal.http.SecureAddress;

/** What a login asks for. Immutable and thread-safe: one may serve all logins of an application. */
public final class LoginRequest {
  private final URI callback;
  private final LoginTerms terms;

  private LoginRequest(URI callback, LoginTerms terms) {
    this.callback = callback;
    this.terms = terms;
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
    return new LoginRequest(callback, LoginTerms.PLAIN);
  }

  /** Also asks to be told these things about the citizen. */
  public LoginRequest asking(Claim... wanted) {
    return with(terms.asking(wanted));
  }

  /**
   * Demands that the citizen is recognised at least this surely. Asked for as an essential claim,
   * and enforced: a login that reaches less is {@link LoginOutcome.Declined}, and an id token that
   * claims less than was demanded is refused with {@link vn.eid.UntrustedException}.
   */
  public LoginRequest atLeast(AuthenticationLevel level) {
    return with(terms.atLeast(level));
  }

  /** Demands an account of at least this level; a lower one is {@link LoginOutcome.Declined}. */
  public LoginRequest atLeast(AccountLevel level) {
    return with(terms.atLeast(level));
  }

  /**
   * Demands that the citizen proved who they are at most this long ago ({@code max_age}); zero asks
   * again each time. An id token that shows an older proof, or none, is refused ({@code
   * ASSURANCE}).
   *
   * @param age counted in whole seconds
   * @throws InvalidRequestException where it is negative or over a year
   */
  public LoginRequest signedInWithin(Duration age) {
    return with(terms.signedInWithin(age));
  }

  /**
   * Also asks for access to protected APIs, which {@link LoginSession#resources} then calls. The
   * scope {@code offline_access} asks for a session that can be renewed, where the provider gives
   * such (OpenID Connect Core, section 11).
   *
   * @throws InvalidRequestException where a scope is not one plain word (RFC 6749, section 3.3)
   */
  public LoginRequest withScopes(String... scopes) {
    return with(terms.withScopes(scopes));
  }

  /**
   * Demands what a protected API asked for: see {@link StepUp#demandedBy}. What this request
   * demands already is never lowered by it.
   */
  public LoginRequest satisfying(StepUp demand) {
    return with(terms.satisfying(demand));
  }

  /** Where it returns to. */
  public URI callback() {
    return callback;
  }

  LoginTerms terms() {
    return terms;
  }

  private LoginRequest with(LoginTerms changed) {
    return new LoginRequest(callback, changed);
  }
}
