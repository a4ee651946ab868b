package vn.eid.mock.state;

/** Why a poll gives no tokens. The sentences name no citizen and no request. */
public enum PushBarrier {
  PENDING("authorization_pending", "The citizen has not decided yet; go on polling."),
  TOO_EARLY(
      "slow_down", "The poll came before the interval was over, which is 5 seconds longer now."),
  EXPIRED("expired_token", "The citizen did not decide in time; ask again."),
  DECLINED("access_denied", "The citizen declined."),
  // ASSUMED: no standard has an error for it.
  LOCKED("account_locked", "The citizen's account is locked."),
  // STANDARD: OpenID Connect Core Unmet Authentication Requirements 1.0.
  UNMET(
      "unmet_authentication_requirements",
      "The citizen cannot reach any of the levels that the request calls essential."),
  OTHER_KEY("invalid_grant", "The DPoP proof is of another key than the first poll's."),
  FETCHED("invalid_grant", "The tokens of this auth_req_id were fetched before.");

  private final String code;
  private final String sentence;

  PushBarrier(String code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  /** The error of the token endpoint (CIBA Core 1.0, section 11). */
  public String code() {
    return code;
  }

  /** What is wrong, in one sentence. */
  public String sentence() {
    return sentence;
  }
}
