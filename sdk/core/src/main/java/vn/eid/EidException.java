package vn.eid;

import java.util.Locale;
import java.util.UUID;

/**
 * Something broke, as opposed to something a person or a register decided. The subclass says who
 * must act; {@link #traceId()} is the number to quote to the provider.
 *
 * <p>The message names the operation, the problem and the trace. Neither it nor the cause ever
 * holds a citizen number, a token, a key or a body, so it may be logged as it is.
 */
public abstract sealed class EidException extends RuntimeException
    permits InvalidRequestException,
        ClientRejectedException,
        ConsentEndedException,
        RateLimitedException,
        UnavailableException,
        UntrustedException {
  private static final long serialVersionUID = 1L;

  /** The trace that went over the wire as {@code X-Request-Id}. */
  private final String traceId;

  EidException(String problem, String traceId) {
    super(problem + " [trace " + traceId + "]");
    this.traceId = traceId;
  }

  /** The id under which the provider knows the failed call; a fresh one where no call was made. */
  public String traceId() {
    return traceId;
  }

  /**
   * One sentence that is safe to show to the person in front of the screen: Vietnamese for a
   * Vietnamese locale, English for any other.
   */
  public String sentenceFor(Locale locale) {
    return Sentences.in(locale).named(sentenceName());
  }

  /** Under which name the sentence for people stands in {@code sentences.properties}. */
  String sentenceName() {
    return getClass().getSimpleName();
  }

  static String newTraceId() {
    return UUID.randomUUID().toString();
  }
}
