package vn.eid.spring;

import org.springframework.security.core.AuthenticationException;
import vn.eid.servlet.LoginFailedException;

/** Nobody is logged in; {@link #failure()} says why. */
public final class EidLoginException extends AuthenticationException {
  private static final long serialVersionUID = 1L;

  private final LoginFailedException failure;

  EidLoginException(LoginFailedException failure) {
    super(String.valueOf(failure.getMessage()), failure);
    this.failure = failure;
  }

  public LoginFailedException failure() {
    return failure;
  }
}
