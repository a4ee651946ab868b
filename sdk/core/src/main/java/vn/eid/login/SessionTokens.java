package vn.eid.login;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.eid.EidException;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.SingleFlight;
import vn.eid.internal.http.BoundTokens;
import vn.eid.internal.http.WireResponse;
import vn.eid.internal.jose.PossessionKey;
import vn.eid.internal.jose.SigningKey;
import vn.eid.internal.oauth.TokenAnswer;

/**
 * The tokens of one session. Renewed shortly before they expire, by one thread for all (RFC 6749,
 * section 6), where the provider gave a refresh token.
 */
final class SessionTokens implements BoundTokens {
  private static final Logger LOG = LoggerFactory.getLogger("vn.eid.login");
  private static final Duration EARLY = Duration.ofSeconds(10);

  private final Connection connection;
  private final PossessionKey possession;
  private final FirstLogin login;
  private final SingleFlight<TokenAnswer> flight = new SingleFlight<>();
  private final ReentrantLock renewing = new ReentrantLock();
  private final AtomicLong changes = new AtomicLong();
  private volatile TokenAnswer tokens;
  private volatile boolean ended;

  SessionTokens(
      Connection connection, PossessionKey possession, FirstLogin login, TokenAnswer tokens) {
    this.connection = connection;
    this.possession = possession;
    this.login = login;
    this.tokens = tokens;
  }

  @Override
  public SigningKey key() {
    return possession.signing();
  }

  PossessionKey possession() {
    return possession;
  }

  FirstLogin login() {
    return login;
  }

  TokenAnswer latest() {
    return tokens;
  }

  /** How often they were renewed or ended: whatever was stored before is out of date. */
  long changes() {
    return changes.get();
  }

  /**
   * Ends it at once, waits for a renewal that is under way, and gives the last tokens: no later
   * renewal begins.
   */
  TokenAnswer end() {
    ended = true;
    renewing.lock();
    try {
      over();
      return tokens;
    } finally {
      renewing.unlock();
    }
  }

  /** Whatever was stored before says otherwise, and so is out of date. */
  private void over() {
    ended = true;
    changes.incrementAndGet();
  }

  boolean isEnded() {
    return ended || (tokens.refreshToken().isEmpty() && !isBefore(tokens.expiresAt()));
  }

  @Override
  public String current() throws IOException {
    if (isEnded()) {
      throw new SessionEndedException();
    }
    TokenAnswer current = tokens;
    boolean good = isBefore(current.expiresAt().minus(EARLY));
    return good || current.refreshToken().isEmpty()
        ? current.accessToken()
        : renewed(current).accessToken();
  }

  @Override
  public Optional<String> insteadOf(String refused) throws IOException {
    TokenAnswer current = tokens;
    if (!current.accessToken().equals(refused)) {
      return Optional.of(current.accessToken());
    }
    return current.refreshToken().isEmpty()
        ? Optional.empty()
        : Optional.of(renewed(current).accessToken());
  }

  /** Interceptors of an HTTP library may fail with an {@link IOException} only. */
  private TokenAnswer renewed(TokenAnswer old) throws IOException {
    Operation operation = Operation.named("loginSession.renew");
    try {
      TokenAnswer fresh = flight.join(operation, () -> renewedAlone(operation, old));
      if (ended) {
        throw new SessionEndedException();
      }
      return fresh;
    } catch (EidException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private TokenAnswer renewedAlone(Operation operation, TokenAnswer old) {
    renewing.lock();
    try {
      return newerThan(operation, old);
    } finally {
      renewing.unlock();
    }
  }

  @SuppressWarnings("ReferenceEquality") // another object is what another thread fetched
  private TokenAnswer newerThan(Operation operation, TokenAnswer old) {
    TokenAnswer latest = tokens;
    if (latest != old || ended) {
      return latest;
    }
    // An answer that cannot be checked must not be used, not even its refresh token: that could be
    // another person's. But the old one may be dead by then. So no answer is asked for before the
    // keys to check it with are there.
    connection.provider().loginKeys().atHand(operation);
    WireResponse response =
        connection.provider().token(operation, refresh(latest), possession.signing());
    if (connection.provider().tokenRefusal(response).filter("invalid_grant"::equals).isPresent()) {
      LOG.info(
          "{}: the provider ended the session [trace {}]", operation.name(), operation.traceId());
      over();
      return latest;
    }
    TokenAnswer granted = connection.provider().granted(operation, response);
    new RenewalChecks(connection, operation).verify(granted, login);
    TokenAnswer fresh = keepingRefreshToken(granted);
    tokens = fresh;
    changes.incrementAndGet();
    return fresh;
  }

  private static Map<String, String> refresh(TokenAnswer tokens) {
    return Map.of(
        "grant_type", "refresh_token", "refresh_token", tokens.refreshToken().orElseThrow());
  }

  /** RFC 6749, section 6: no new refresh token means that the old one stays good. */
  private TokenAnswer keepingRefreshToken(TokenAnswer fresh) {
    return new TokenAnswer(
        fresh.accessToken(),
        fresh.expiresAt(),
        fresh.idToken(),
        fresh.refreshToken().or(tokens::refreshToken));
  }

  private boolean isBefore(Instant time) {
    return connection.clock().instant().isBefore(time);
  }
}
