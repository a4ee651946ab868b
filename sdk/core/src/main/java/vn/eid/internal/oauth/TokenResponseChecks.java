package vn.eid.internal.oauth;

import java.time.Clock;
import java.time.Duration;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.http.DpopChecks;
import vn.eid.internal.json.Fields;

/** The checks of a token response (RFC 6749, section 5.1; RFC 9449, section 5). */
final class TokenResponseChecks {
  /** For a provider that does not say: long enough for the call at hand. */
  private static final Duration UNSTATED_LIFETIME = Duration.ofMinutes(1);

  private static final Duration MAX_LIFETIME = Duration.ofHours(24);
  private static final int MAX_TOKEN = 1 << 14;

  private final Operation operation;
  private final Clock clock;

  TokenResponseChecks(Operation operation, Clock clock) {
    this.operation = operation;
    this.clock = clock;
  }

  TokenAnswer verify(Fields answer) {
    DpopChecks.check5TokenType(operation, answer.requiredText("token_type"));
    return new TokenAnswer(
        token(answer.requiredText("access_token")),
        clock.instant().plus(lifetime(answer)),
        answer.text("id_token"),
        answer.text("refresh_token").map(this::token));
  }

  private String token(String token) {
    if (!isPlain(token)) {
      throw operation.untrusted(Check.FORMAT, "A token has characters that no token has.");
    }
    return token;
  }

  private Duration lifetime(Fields answer) {
    long seconds = answer.integer("expires_in").orElse(UNSTATED_LIFETIME.toSeconds());
    if (seconds <= 0) {
      throw operation.untrusted(Check.EXPIRY, "The access token has expired on arrival.");
    }
    return Duration.ofSeconds(Math.min(seconds, MAX_LIFETIME.toSeconds()));
  }

  private static boolean isPlain(String token) {
    return !token.isEmpty()
        && token.length() <= MAX_TOKEN
        && token.chars().allMatch(c -> c > 0x20 && c < 0x7f);
  }
}
