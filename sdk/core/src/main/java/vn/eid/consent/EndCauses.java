package vn.eid.consent;

/** The registry's words for the end of a consent. */
final class EndCauses {
  private EndCauses() {}

  static EndCause of(String wire) {
    return switch (wire) {
      case "denied" -> EndCause.DENIED;
      case "revoked_by_citizen" -> EndCause.REVOKED_BY_CITIZEN;
      case "revoked_by_recipient" -> EndCause.REVOKED_BY_US;
      case "expired" -> EndCause.EXPIRED;
      case "used_up" -> EndCause.USED_UP;
      default -> EndCause.OTHER;
    };
  }
}
