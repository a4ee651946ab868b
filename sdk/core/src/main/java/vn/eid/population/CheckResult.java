package vn.eid.population;

import java.time.Duration;
import java.util.Optional;

/** What the population register answered to a check. */
public sealed interface CheckResult {

  /**
   * Such a person is in the register, name and birth date are theirs, and every statement holds.
   *
   * <p>Holding one is the proof: it is made of nothing but a receipt that was verified to be the
   * registry's, for this application, about this very request, and of now. Immutable and
   * thread-safe.
   */
  final class Matched implements CheckResult {
    private final CheckReceipt receipt;

    Matched(CheckReceipt receipt) {
      this.receipt = receipt;
    }

    /** The proof for later. */
    public CheckReceipt receipt() {
      return receipt;
    }

    @Override
    public String toString() {
      return "Matched[" + receipt + "]";
    }
  }

  /**
   * Not all of it holds, or nobody has this number. The two cannot be told apart, by design:
   * whoever could would try numbers until one exists, then names and birth dates until they fit,
   * and so read the register out. For the same reason it does not say what failed.
   *
   * <p>So never conclude from it that a number does not exist, that somebody lies, or that they are
   * dead, under age or resident elsewhere: one letter of a name is enough. Show the person what you
   * wrote down and let them correct it, once; then take another way, such as e-ID login or looking
   * at the card. Do not ask again with variations: that is what an attacker does, and each is
   * counted. Immutable and thread-safe.
   */
  final class NoMatchOrNotFound implements CheckResult {
    private final CheckReceipt receipt;

    NoMatchOrNotFound(CheckReceipt receipt) {
      this.receipt = receipt;
    }

    /** The proof for later that the register was asked, and for whom. */
    public CheckReceipt receipt() {
      return receipt;
    }

    @Override
    public String toString() {
      return "NoMatchOrNotFound[" + receipt + "]";
    }
  }

  /**
   * This application may not ask that. It never depends on the citizen, who was not looked up: the
   * application must be given the right, or ask for less.
   */
  record Denied(Reason reason) implements CheckResult {}

  /**
   * The register cannot answer now; nothing was looked up. Ask again later, with a new {@link
   * PersonCheck}. (Where it cannot be reached at all, {@link vn.eid.UnavailableException} says so.)
   *
   * @param retryAfter how long it asks to wait; at most a day
   */
  record Unavailable(Optional<Duration> retryAfter) implements CheckResult {}

  /** An answer that this version of the SDK does not know. Nothing may be concluded from it. */
  record Other() implements CheckResult {}

  /** Why a check is denied. */
  enum Reason {
    /** The application may not check under this procedure. */
    PROCEDURE_NOT_PERMITTED,
    /** The unit may not ask. */
    UNIT_NOT_PERMITTED,
    /** One of the statements is not open to this application. */
    STATEMENT_NOT_PERMITTED,
    /** A reason that this version of the SDK does not know. */
    OTHER
  }
}
