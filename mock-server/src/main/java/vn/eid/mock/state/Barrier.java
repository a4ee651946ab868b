package vn.eid.mock.state;

/** Why a client gets no data under a consent. The sentences name no citizen and no consent. */
public enum Barrier {
  NOT_FOUND(
      "consent_not_found",
      "This client has no such consent; use the id that the request returned."),
  REQUESTED("consent_requested", "The citizen has not decided yet; wait for the decision."),
  DENIED("consent_denied", "The citizen declined; do not ask again unless the citizen wants it."),
  REVOKED_BY_CITIZEN(
      "consent_revoked_by_citizen",
      "The citizen took the consent back; stop processing and ask again if you must."),
  REVOKED_BY_RECIPIENT(
      "consent_revoked_by_recipient", "This client gave the consent up; ask for a new one."),
  EXPIRED("consent_expired", "The consent has expired; ask for a new one."),
  USED_UP(
      "consent_used_up",
      "The data set was read as often as the consent allows; ask for a new consent."),
  DATA_SET_NOT_CONSENTED(
      "data_set_not_consented",
      "The consent does not hold this data set; ask for a consent that names it."),
  PULL_UNKNOWN(
      "pull_unknown",
      "The pull is none of this consent and data set, or began a day ago; begin a new one.");

  private final String code;
  private final String sentence;

  Barrier(String code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  static Barrier of(ConsentState.Cause cause) {
    return valueOf(cause.name());
  }

  public String code() {
    return code;
  }

  /** What is wrong and what to do, in one sentence. */
  public String sentence() {
    return sentence;
  }
}
