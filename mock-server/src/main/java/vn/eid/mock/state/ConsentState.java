package vn.eid.mock.state;

import java.time.Instant;
import java.util.Locale;

/** Where a consent stands: requested, then active or ended; what has ended stays so. */
public sealed interface ConsentState {

  /** The citizen has not decided. */
  record Requested() implements ConsentState {}

  /**
   * The citizen approved.
   *
   * @param receipt the registry's signed statement, made once
   */
  record Active(String receipt) implements ConsentState {}

  /** No data under this consent any more. */
  record Ended(Cause cause, Instant at) implements ConsentState {}

  /** Why a consent ended. */
  enum Cause {
    DENIED,
    REVOKED_BY_CITIZEN,
    REVOKED_BY_RECIPIENT,
    EXPIRED,
    USED_UP;

    /** The name on the wire, such as {@code revoked_by_citizen}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
