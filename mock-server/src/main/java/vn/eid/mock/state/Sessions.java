package vn.eid.mock.state;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The logins that last. Tokens are not ended one by one: each refers to its session, which vouches
 * for them or does not, so that also a token that is still being made ends with it. Safe for use by
 * threads.
 */
public final class Sessions {
  /** ASSUMED: how long a login lasts, and with it its refresh token. */
  public static final Duration LIFE = Duration.ofHours(24);

  private static final int MOST = 20_000;

  private final Clock clock;
  private final Expiring<Session> open;
  private final Expiring<Boolean> revoked;

  Sessions(Clock clock) {
    this.clock = clock;
    this.open = new Expiring<>(clock, LIFE, MOST);
    this.revoked = new Expiring<>(clock, LIFE, MOST);
  }

  /** Begins the session of a citizen who has logged in just now. */
  public Session open(String clientId, String citizenId, String acr) {
    Session session = new Session(Secrets.random(), clientId, citizenId, clock.instant(), acr);
    open.put(session.id(), session);
    return session;
  }

  public Optional<Session> find(String id) {
    return open.find(id);
  }

  /** The sessions of a citizen at every client, the oldest first. */
  public List<Session> of(String citizenId) {
    return open.values().stream().filter(s -> s.citizenId().equals(citizenId)).toList();
  }

  /** Ends a session and everything that was issued for it; false where it was over before. */
  public boolean end(Session session) {
    return open.take(session.id()).isPresent();
  }

  /** Ends what was issued for a session; the citizen stays logged in at the provider. */
  public void revokeTokens(Session session) {
    revoked.put(session.id(), true);
  }

  /** Whether what was issued for a session is still good. */
  public boolean vouchFor(Session session) {
    return open.find(session.id()).isPresent() && revoked.find(session.id()).isEmpty();
  }

  void clear() {
    open.clear();
    revoked.clear();
  }
}
