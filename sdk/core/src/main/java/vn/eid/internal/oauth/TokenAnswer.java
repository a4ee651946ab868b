package vn.eid.internal.oauth;

import java.time.Instant;
import java.util.Optional;

/** What the token endpoint gave, checked. Holds secrets, so it prints nothing. */
public record TokenAnswer(
    String accessToken,
    Instant expiresAt,
    Optional<String> idToken,
    Optional<String> refreshToken) {

  @Override
  public String toString() {
    return "TokenAnswer[…]";
  }
}
