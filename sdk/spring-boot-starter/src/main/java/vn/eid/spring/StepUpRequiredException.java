package vn.eid.spring;

import org.springframework.security.access.AccessDeniedException;

/**
 * The login is not sure or not fresh enough for this. Where nobody sees to it, access is denied.
 */
public final class StepUpRequiredException extends AccessDeniedException {
  private static final long serialVersionUID = 1L;

  private final transient LoginDemand demand;

  public StepUpRequiredException(LoginDemand demand) {
    super("This needs a surer or fresher login with e-ID.");
    this.demand = demand;
  }

  LoginDemand demand() {
    return demand;
  }
}
