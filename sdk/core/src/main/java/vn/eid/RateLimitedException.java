package vn.eid;

import java.time.Duration;

/**
 * Too many calls, by the provider's count or by a budget of your own: your scheduler must wait and
 * then repeat the call. What was refused had no effect; {@link #mayHaveTakenEffect()} tells of what
 * the same call did before.
 */
public final class RateLimitedException extends EidException {
  private static final long serialVersionUID = 1L;

  /** How long to wait. */
  private final Duration retryAfter;

  /** Whether an earlier request of the call was carried out. */
  private final boolean mayHaveTakenEffect;

  public RateLimitedException(
      Duration retryAfter, boolean mayHaveTakenEffect, String problem, String traceId) {
    super(problem, traceId);
    this.retryAfter = retryAfter;
    this.mayHaveTakenEffect = mayHaveTakenEffect;
  }

  /**
   * Whether the provider may have carried out an earlier request of the same call, as where a
   * revocation was done and the keys to check its receipt with were asked for once too often. Then
   * repeat it as you would after an outage.
   */
  public boolean mayHaveTakenEffect() {
    return mayHaveTakenEffect;
  }

  /**
   * How long the provider asks to wait (RFC 9110, section 10.2.3); one second where it is silent.
   * Of a budget of your own, how long until there is something left of it.
   */
  public Duration retryAfter() {
    return retryAfter;
  }
}
