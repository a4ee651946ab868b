package vn.eid.login;

/** How a login ended, decided by the citizen or the clock. What broke is an exception instead. */
public sealed interface LoginOutcome {

  /** The citizen logged in, and every check was passed. Immutable and thread-safe. */
  final class Approved implements LoginOutcome {
    private final Identity identity;
    private final LoginSession session;

    Approved(Identity identity, LoginSession session) {
      this.identity = identity;
      this.session = session;
    }

    /** Who logged in. */
    public Identity identity() {
      return identity;
    }

    /** What the citizen lets this application do from now on. */
    public LoginSession session() {
      return session;
    }

    /**
     * The identity and its session as one text, for a web session that is stored or replicated: any
     * node with the same storage key takes it up again by {@link LoginSessions#reopenLogin}. It is
     * encrypted and authenticated, as {@link LoginSession#seal()} is, and holds what that holds and
     * the citizen's data. After it, {@link LoginSession#changedSinceSealed()} speaks of this text.
     *
     * @throws vn.eid.InvalidRequestException where the client was built without a storage key
     */
    public String seal() {
      return session.sealed(() -> SealedLogin.close(identity, session));
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
    /** The citizen could not be recognised as surely as {@code atLeast} demanded. */
    LEVEL_NOT_REACHED,
    /** The citizen's account is of a lower level than {@code atLeast} demanded. */
    ACCOUNT_LEVEL_TOO_LOW,
    /** A reason that this version of the SDK does not know. */
    OTHER;

    static Reason of(String error) {
      return switch (error) {
        case "access_denied" -> REFUSED;
        case "account_locked" -> ACCOUNT_LOCKED;
        // OpenID Connect Core Error Code unmet_authentication_requirements 1.0.
        case "unmet_authentication_requirements" -> LEVEL_NOT_REACHED;
        default -> OTHER;
      };
    }
  }
}
