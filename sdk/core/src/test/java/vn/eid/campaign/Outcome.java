package vn.eid.campaign;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import vn.eid.ClientRejectedException;
import vn.eid.EidException;
import vn.eid.RateLimitedException;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;

/** What came of a call: a word, or what it threw. */
record Outcome(String value, @Nullable Exception thrown) {

  static Outcome of(Callable<String> call) {
    try {
      return new Outcome(call.call(), null);
    } catch (IOException e) {
      // The application's own call fails as any call of OkHttp's; what the SDK had to say of it is
      // the cause.
      return new Outcome("", e.getCause() instanceof EidException cause ? cause : e);
    } catch (Exception e) {
      return new Outcome("", e);
    }
  }

  boolean works() {
    return value.equals("works");
  }

  /** Whether it is one of those after which the same call may be made again. */
  boolean isOutage() {
    return thrown instanceof UnavailableException || thrown instanceof RateLimitedException;
  }

  @Override
  public String toString() {
    if (thrown == null) {
      return value;
    }
    if (thrown instanceof UnavailableException outage) {
      return outage.mayHaveTakenEffect() ? "unavailable, perhaps done" : "unavailable, not done";
    }
    if (thrown instanceof RateLimitedException limit) {
      return "limited, "
          + limit.retryAfter().toSeconds()
          + (limit.mayHaveTakenEffect() ? " s, perhaps done" : " s");
    }
    if (thrown instanceof UntrustedException lie) {
      return "untrusted " + lie.check();
    }
    if (thrown instanceof ClientRejectedException refusal) {
      return "rejected " + refusal.code();
    }
    return thrown.getClass().getSimpleName();
  }
}
