package vn.eid.mock.state;

import java.time.Clock;
import java.util.Optional;

/** The refresh tokens that the mock issued. Safe for use by threads. */
public final class RefreshTokens {
  private final Sessions sessions;
  private final Expiring<RefreshToken> issued;

  RefreshTokens(Clock clock, Sessions sessions) {
    this.sessions = sessions;
    this.issued = new Expiring<>(clock, Sessions.LIFE, 20_000);
  }

  public RefreshToken issue(Session session, LoginTerms terms, String jkt) {
    RefreshToken token = new RefreshToken(Secrets.random(), session, terms, jkt);
    issued.put(token.value(), token);
    return token;
  }

  /** A token that is still good. */
  public Optional<RefreshToken> find(String value) {
    return issued.find(value).filter(token -> sessions.vouchFor(token.session()));
  }

  /** Ends one token; the others of its session stay. */
  public void end(RefreshToken token) {
    issued.take(token.value());
  }

  void clear() {
    issued.clear();
  }
}
