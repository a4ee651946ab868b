package vn.eid.mock.state;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Where a consent stands: requested, then active or ended; what has ended stays so. */
public sealed interface ConsentState {

  /** The citizen has not decided. */
  record Requested() implements ConsentState {}

  /** The citizen approved. */
  record Active(ConsentGrant grant) implements ConsentState {}

  /**
   * No data under this consent any more.
   *
   * @param at whole seconds, as in the receipt
   * @param receipt the registry's signed statement of the end, made once
   * @param grant where the consent had been active
   */
  record Ended(Cause cause, Instant at, String receipt, Optional<ConsentGrant> grant)
      implements ConsentState {}

  /** Why a consent ended. */
  enum Cause {
    DENIED("app"),
    REVOKED_BY_CITIZEN("app"),
    REVOKED_BY_RECIPIENT("recipient"),
    EXPIRED("registry"),
    USED_UP("registry");

    private final String channel;

    Cause(String channel) {
      this.channel = channel;
    }

    /** The name on the wire, such as {@code revoked_by_citizen}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Where it was ended: in the citizen's app, by the recipient, or by the registry itself. */
    String channel() {
      return channel;
    }
  }
}
