package vn.eid.consent;

/** Why a consent does not stand. */
public enum EndCause {
  /** The citizen said no. */
  DENIED,
  /** The citizen withdrew it (rút lại sự đồng ý; Law 91/2025/QH15). */
  REVOKED_BY_CITIZEN,
  /** This application gave it back. */
  REVOKED_BY_US,
  /** Its time is over, or nobody decided in time. Silence is not consent. */
  EXPIRED,
  /** It was used as often as agreed. */
  USED_UP,
  /** A cause that this version of the SDK does not know. */
  OTHER;

  /** The cause behind the registry's word for it, such as {@code revoked_by_citizen}. */
  public static EndCause of(String word) {
    return switch (word) {
      case "denied" -> DENIED;
      case "revoked_by_citizen" -> REVOKED_BY_CITIZEN;
      case "revoked_by_recipient" -> REVOKED_BY_US;
      case "expired" -> EXPIRED;
      case "used_up" -> USED_UP;
      default -> OTHER;
    };
  }
}
