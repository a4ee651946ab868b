package vn.eid.records;

import java.util.Locale;
import vn.eid.ClientRejectedException;
import vn.eid.ConsentEndedException;
import vn.eid.InvalidRequestException;
import vn.eid.RateLimitedException;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.consent.EndCause;

/** The audit ledger's word for what went wrong with a read. */
final class Outcome {
  private Outcome() {}

  static String of(RuntimeException e) {
    if (e instanceof ConsentEndedException ended) {
      return of(ended.reason());
    }
    if (e instanceof UntrustedException untrusted) {
      return "untrusted_" + untrusted.check().name().toLowerCase(Locale.ROOT);
    }
    if (e instanceof InvalidRequestException invalid) {
      return "invalid_" + invalid.field();
    }
    if (e instanceof ClientRejectedException) {
      return "rejected";
    }
    if (e instanceof RateLimitedException) {
      return "rate_limited";
    }
    return e instanceof UnavailableException ? "unavailable" : "failed";
  }

  /** The word for the end of a consent. */
  static String of(EndCause cause) {
    return "consent_" + cause.name().toLowerCase(Locale.ROOT);
  }
}
