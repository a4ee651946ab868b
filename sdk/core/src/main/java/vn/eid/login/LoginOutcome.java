package vn.eid.login;

/** How a login ended, decided by the citizen or the clock. What broke is an exception instead. */
public sealed interface LoginOutcome {

  /** The citizen logged in, and every check was passed. Immutable and thread-safe. */
  final class Approved implements LoginOutcome {
    private final Identity identity;

    Approved(Identity identity) {
      this.identity = identity;
    }

    /** Who logged in. */
    public Identity identity() {
      return identity;
    }

    @Override
    public String toString() {
      return "Approved[" + identity + "]";
    }
  }

  /** The citizen did not log in. */
  record Declined(Reason reason) implements LoginOutcome {}

  /** It took too long; start again if the citizen still wants to. */
  record Expired() implements LoginOutcome {}

  /** Why a login was declined. */
  enum Reason {
    /** The citizen refused. */
    REFUSED,
    /** The e-ID account is locked (ASSUMED: error code {@code account_locked}). */
    ACCOUNT_LOCKED,
    /** A reason that this version of the SDK does not know. */
    OTHER
  }
}
