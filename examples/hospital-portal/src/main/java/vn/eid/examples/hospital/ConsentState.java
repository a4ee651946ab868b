package vn.eid.examples.hospital;

import vn.eid.consent.Consent;
import vn.eid.consent.EndCause;

/** How a request stands, in the words of the hospital's lists. */
enum ConsentState {
  WAITING("warning"),
  AGREED("good"),
  NARROWED("good"),
  DECLINED("bad"),
  UNANSWERED("bad"),
  WITHDRAWN("bad"),
  OVER("");

  private final String badge;

  ConsentState(String badge) {
    this.badge = badge;
  }

  static ConsentState of(Consent consent) {
    if (consent instanceof Consent.Active active) {
      return active.narrowedFrom().isPresent() ? NARROWED : AGREED;
    }
    return consent instanceof Consent.Ended ended
        ? of(ended.cause(), ended.signedReceipt().isPresent())
        : WAITING;
  }

  /**
   * How it stands once it ended.
   *
   * @param given whether the citizen had said yes before
   */
  static ConsentState of(EndCause cause, boolean given) {
    return switch (cause) {
      case DENIED -> DECLINED;
      case REVOKED_BY_CITIZEN -> WITHDRAWN;
      default -> given ? OVER : UNANSWERED;
    };
  }

  /** Whether the citizen's yes holds. */
  public boolean stands() {
    return this == AGREED || this == NARROWED;
  }

  /** Whether there is a receipt of a yes, so that something can be proven. */
  public boolean wasGiven() {
    return stands() || this == WITHDRAWN || this == OVER;
  }

  boolean isFinal() {
    return this != WAITING && !stands();
  }

  /** Its look; the words beside say the same. */
  public String badge() {
    return badge;
  }
}
