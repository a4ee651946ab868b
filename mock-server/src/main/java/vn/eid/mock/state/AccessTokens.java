package vn.eid.mock.state;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The access tokens that the mock issued. Safe for use by threads. */
public final class AccessTokens {
  /** How long a token is good. */
  public static final Duration LIFE = Duration.ofMinutes(5);

  private record Issued(AccessToken token, Optional<String> code) {}

  // Kept beyond their life, so that a refusal can say "expired" and not only "unknown".
  private final Expiring<Issued> issued;
  private final Expiring<Boolean> revokedCodes;

  AccessTokens(Clock clock) {
    this.issued = new Expiring<>(clock, LIFE.multipliedBy(4), 20_000);
    this.revokedCodes = new Expiring<>(clock, LIFE.multipliedBy(4), 20_000);
  }

  /** Remembers a client's own token. */
  public void issue(AccessToken token) {
    issued.put(token.value(), new Issued(token, Optional.empty()));
  }

  /** Remembers a token of a login, unless its code was used a second time in the meantime. */
  public synchronized void issue(AccessToken token, String code) {
    if (revokedCodes.find(code).isEmpty()) {
      issued.put(token.value(), new Issued(token, Optional.of(code)));
    }
  }

  public Optional<AccessToken> find(String value) {
    return issued.find(value).map(Issued::token);
  }

  /** Ends what was issued for a code (RFC 6749, section 4.1.2), and what is about to be. */
  public synchronized void revokeIssuedFor(String code) {
    revokedCodes.put(code, true);
    issued.removeIf(entry -> entry.code().filter(code::equals).isPresent());
  }

  void clear() {
    issued.clear();
    revokedCodes.clear();
  }
}
