package vn.eid.mock.state;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The access tokens that the mock issued. Safe for use by threads. */
public final class AccessTokens {
  /** How long a token is good. */
  public static final Duration LIFE = Duration.ofMinutes(5);

  private final Sessions sessions;
  // Kept beyond their life, so that a refusal can say "expired" and not only "unknown".
  private final Expiring<AccessToken> issued;

  AccessTokens(Clock clock, Sessions sessions) {
    this.sessions = sessions;
    this.issued = new Expiring<>(clock, LIFE.multipliedBy(4), 20_000);
  }

  public void issue(AccessToken token) {
    issued.put(token.value(), token);
  }

  /** A token that was not ended, with its session or by itself. */
  public Optional<AccessToken> find(String value) {
    return issued
        .find(value)
        .filter(token -> token.session().stream().allMatch(sessions::vouchFor));
  }

  /** Ends one token; the others of its session stay. */
  public void end(AccessToken token) {
    issued.take(token.value());
  }

  void clear() {
    issued.clear();
  }
}
