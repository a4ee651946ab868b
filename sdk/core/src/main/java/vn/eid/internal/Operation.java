package vn.eid.internal;

import java.time.Duration;
import java.util.UUID;
import vn.eid.ClientRejectedException;
import vn.eid.InvalidRequestException;
import vn.eid.RateLimitedException;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;

/**
 * One verb that the application called: its name and its trace, which all its requests carry and
 * all its errors name. The only place where the SDK makes exceptions of a running verb, but for one
 * that names a consent.
 */
public final class Operation {
  private final String name;
  private final String traceId;
  private volatile boolean effect;

  public Operation(String name, String traceId) {
    this.name = name;
    this.traceId = traceId;
  }

  public static Operation named(String name) {
    return new Operation(name, UUID.randomUUID().toString());
  }

  public String name() {
    return name;
  }

  public String traceId() {
    return traceId;
  }

  /** The provider has done what was asked: whatever fails later does not undo it. */
  public void hasTakenEffect() {
    effect = true;
  }

  public UntrustedException untrusted(Check check, String problem) {
    return new UntrustedException(check, in(problem), traceId);
  }

  public InvalidRequestException invalid(String field, String problem) {
    return new InvalidRequestException(field, in(problem), traceId);
  }

  public ClientRejectedException rejected(String code, String problem) {
    return new ClientRejectedException(code, in(problem), traceId);
  }

  public UnavailableException unavailable(boolean mayHaveTakenEffect, String problem) {
    // Also where it was an earlier request of this verb that may have, and now a harmless one
    // broke.
    if (mayHaveTakenEffect) {
      effect = true;
    }
    return new UnavailableException(effect, in(problem), traceId);
  }

  public RateLimitedException limited(Duration retryAfter) {
    return limited(
        retryAfter,
        "The provider takes no more calls; repeat it in " + retryAfter.toSeconds() + " s.");
  }

  public RateLimitedException limited(Duration retryAfter, String problem) {
    return new RateLimitedException(retryAfter, effect, in(problem), traceId);
  }

  /** A problem with the verb's name before it. */
  public String in(String problem) {
    return name + ": " + problem;
  }
}
