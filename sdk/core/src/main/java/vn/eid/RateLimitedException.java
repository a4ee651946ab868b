package vn.eid;

import java.time.Duration;

/**
 * Too many calls, by the provider's count or by a budget of your own: your scheduler must wait and
 * then repeat the call. It had no effect.
 */
public final class RateLimitedException extends EidException {
  private static final long serialVersionUID = 1L;

  /** How long to wait. */
  private final Duration retryAfter;

  public RateLimitedException(Duration retryAfter, String problem, String traceId) {
    super(problem, traceId);
    this.retryAfter = retryAfter;
  }

  /**
   * How long the provider asks to wait (RFC 9110, section 10.2.3); one second where it is silent.
   * Of a budget of your own, how long until there is something left of it.
   */
  public Duration retryAfter() {
    return retryAfter;
  }
}
