package vn.eid.mock.state;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The authorization codes: each lives a minute (FAPI 2.0, section 5.3.2.1) and is taken once. */
public final class AuthorizationCodes {
  private final Expiring<AuthorizationCode> fresh;
  // For longer than a token lives: whoever comes second must still be recognised.
  private final Expiring<AuthorizationCode> used;

  AuthorizationCodes(Clock clock) {
    this.fresh = new Expiring<>(clock, Duration.ofMinutes(1), 10_000);
    this.used = new Expiring<>(clock, Duration.ofMinutes(10), 20_000);
  }

  public void put(AuthorizationCode code) {
    fresh.put(code.value(), code);
  }

  public Optional<AuthorizationCode> find(String value) {
    return fresh.find(value);
  }

  /** Takes a code: of several threads that race for it, one gets it. */
  public synchronized Optional<AuthorizationCode> take(String value) {
    Optional<AuthorizationCode> taken = fresh.take(value);
    taken.ifPresent(code -> used.put(value, code));
    return taken;
  }

  /** The code that this client has redeemed before. */
  public synchronized Optional<AuthorizationCode> usedBy(String clientId, String value) {
    return used.find(value).filter(code -> code.request().clientId().equals(clientId));
  }

  void clear() {
    fresh.clear();
    used.clear();
  }
}
