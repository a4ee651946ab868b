package vn.eid.servlet;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.eid.EidException;
import vn.eid.login.LoginOutcome;

/** Nobody is logged in: {@link #failure()} says why. Its message is fit for a log. */
public final class LoginFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final LoginFailure failure;
  private final LoginOutcome.@Nullable Reason reason;

  private LoginFailedException(
      LoginFailure failure,
      String message,
      LoginOutcome.@Nullable Reason reason,
      @Nullable EidException cause) {
    super(message, cause);
    this.failure = failure;
    this.reason = reason;
  }

  static LoginFailedException declined(LoginOutcome.Reason reason) {
    return new LoginFailedException(
        LoginFailure.DECLINED, "The login was declined: " + reason, reason, null);
  }

  static LoginFailedException expired() {
    return new LoginFailedException(LoginFailure.EXPIRED, "The login took too long.", null, null);
  }

  static LoginFailedException of(LoginFailure failure, EidException cause) {
    return new LoginFailedException(failure, String.valueOf(cause.getMessage()), null, cause);
  }

  public LoginFailure failure() {
    return failure;
  }

  /** Why it was declined; empty of other failures. */
  public Optional<LoginOutcome.Reason> reason() {
    return Optional.ofNullable(reason);
  }

  /** A page with {@code eid=declined&reason=account_locked}, or what it is, as parameters. */
  public String page(String page) {
    String why =
        reason().map(value -> "&reason=" + value.name().toLowerCase(Locale.ROOT)).orElse("");
    return page + (page.contains("?") ? "&" : "?") + "eid=" + failure.parameter() + why;
  }
}
