package vn.eid;

/**
 * The provider does not accept this application: its key, its registration or its rights. You and
 * the authority must act; repeating the call does not help.
 */
public final class ClientRejectedException extends EidException {
  private static final long serialVersionUID = 1L;

  /** The provider's code. */
  private final String code;

  public ClientRejectedException(String code, String problem, String traceId) {
    super(problem, traceId);
    this.code = code;
  }

  /** The provider's error code: an OAuth error (RFC 6749, section 5.2) or a problem's code. */
  public String code() {
    return code;
  }
}
