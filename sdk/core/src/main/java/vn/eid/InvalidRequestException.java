package vn.eid;

/**
 * The call cannot be right as it stands: you must fix it. Nothing was sent, or the provider refused
 * it as malformed; repeating it gives the same answer.
 */
public final class InvalidRequestException extends EidException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, as a name of the call. */
  private final String field;

  public InvalidRequestException(String field, String problem) {
    this(field, problem, newTraceId());
  }

  public InvalidRequestException(String field, String problem, String traceId) {
    super(field + ": " + problem, traceId);
    this.field = field;
  }

  /** The argument or member that is wrong. */
  public String field() {
    return field;
  }
}
