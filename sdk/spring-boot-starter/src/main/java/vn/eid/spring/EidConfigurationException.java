package vn.eid.spring;

/** A property that is missing or wrong. It repeats no secret. */
public final class EidConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String action;

  EidConfigurationException(String property, String problem, String action) {
    super(property + ": " + problem);
    this.action = action;
  }

  /** What to do about it. */
  public String action() {
    return action;
  }
}
