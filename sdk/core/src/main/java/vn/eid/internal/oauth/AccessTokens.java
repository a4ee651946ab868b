package vn.eid.internal.oauth;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import vn.eid.internal.Operation;
import vn.eid.internal.SingleFlight;
import vn.eid.internal.jose.SigningKey;

/**
 * The application's own access tokens (client credentials), one a scope, kept until shortly before
 * they expire.
 */
public final class AccessTokens {
  private static final Duration EARLY = Duration.ofSeconds(30);

  private static final class Slot {
    final SingleFlight<TokenAnswer> flight = new SingleFlight<>();
    volatile @Nullable TokenAnswer token;
  }

  private final Provider provider;
  private final SigningKey key;
  private final Clock clock;
  private final ConcurrentMap<String, Slot> byScope = new ConcurrentHashMap<>();

  public AccessTokens(Provider provider, SigningKey key, Clock clock) {
    this.provider = provider;
    this.key = key;
    this.clock = clock;
  }

  /** The key that all these tokens are bound to. */
  SigningKey key() {
    return key;
  }

  /** A token for a scope; threads that need the same one at once ask for it once. */
  String forScope(Operation operation, String scope) {
    Slot slot = byScope.computeIfAbsent(scope, unused -> new Slot());
    TokenAnswer current = slot.token;
    return current != null && isGood(current)
        ? current.accessToken()
        : slot.flight.join(operation, () -> renewed(operation, scope, slot)).accessToken();
  }

  private TokenAnswer renewed(Operation operation, String scope, Slot slot) {
    TokenAnswer latest = slot.token;
    if (latest != null && isGood(latest)) {
      return latest;
    }
    Map<String, String> grant = Map.of("grant_type", "client_credentials", "scope", scope);
    TokenAnswer fresh = provider.granted(operation, provider.token(operation, grant, key));
    slot.token = fresh;
    return fresh;
  }

  /** Forgets a token that a resource refused, unless it was replaced already. */
  void forget(String scope, String refused) {
    byScope.computeIfPresent(
        scope,
        (unused, slot) -> {
          TokenAnswer token = slot.token;
          return token != null && token.accessToken().equals(refused) ? null : slot;
        });
  }

  private boolean isGood(TokenAnswer token) {
    return clock.instant().isBefore(token.expiresAt().minus(EARLY));
  }
}
