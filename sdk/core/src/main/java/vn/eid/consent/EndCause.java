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
  OTHER
}
