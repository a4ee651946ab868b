package vn.eid.mock;

/**
 * What the registry tells clients of. STANDARD: the names of OpenID RISC 1.0 and CAEP 1.0; ASSUMED:
 * the others.
 */
public enum EventKind {
  /** A citizen granted all that was asked. About a consent's id. */
  CONSENT_GRANTED("urn:vn-eid:event:consent-granted"),
  /** A citizen granted less than was asked. About a consent's id. */
  CONSENT_NARROWED("urn:vn-eid:event:consent-narrowed"),
  /** A consent was declined, taken back or given up. About a consent's id. */
  CONSENT_ENDED("urn:vn-eid:event:consent-ended"),
  /** How a citizen's tax code stands has changed. About a citizen's number. */
  TAX_STATUS_CHANGED("urn:vn-eid:event:tax-status-changed"),
  /** A clerk decided a link under review. About a case's number. */
  TAX_CASE_DECIDED("urn:vn-eid:event:tax-case-decided"),
  /** A batch can be fetched. About a batch's id. */
  TAX_BATCH_FINISHED("urn:vn-eid:event:tax-batch-finished"),
  /** A citizen's account is locked. About a citizen's number. */
  ACCOUNT_LOCKED("https://schemas.openid.net/secevent/risc/event-type/account-disabled"),
  /** A citizen has the account back. About a citizen's number. */
  ACCOUNT_RECOVERED("https://schemas.openid.net/secevent/risc/event-type/account-enabled"),
  /** Data of a citizen's identity changed. About a citizen's number. */
  IDENTITY_CHANGED("urn:vn-eid:event:identity-changed"),
  /** A citizen's sessions ended. About a citizen's number. */
  SESSION_REVOKED("https://schemas.openid.net/secevent/caep/event-type/session-revoked");

  private final String type;

  EventKind(String type) {
    this.type = type;
  }

  /** Whether it is about a citizen, and not about something that has a name of its own. */
  boolean isAboutCitizen() {
    return switch (this) {
      case TAX_STATUS_CHANGED,
          ACCOUNT_LOCKED,
          ACCOUNT_RECOVERED,
          IDENTITY_CHANGED,
          SESSION_REVOKED ->
          true;
      default -> false;
    };
  }

  /** Its name in a security event token (RFC 8417, section 2.2). */
  public String type() {
    return type;
  }
}
