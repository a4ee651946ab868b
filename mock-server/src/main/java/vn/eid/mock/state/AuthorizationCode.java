package vn.eid.mock.state;

import java.time.Instant;

/** A login that was approved and waits for its client to fetch the tokens. */
public record AuthorizationCode(
    String value, AuthorizationRequest request, String citizenId, Instant authenticatedAt) {

  /** Masked: a log must not hold a code or a citizen's number. */
  @Override
  public String toString() {
    return "AuthorizationCode[" + request.clientId() + "]";
  }
}
