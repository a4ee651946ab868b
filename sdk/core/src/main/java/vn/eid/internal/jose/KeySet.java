package vn.eid.internal.jose;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.eid.internal.Cached;
import vn.eid.internal.Operation;

/**
 * The public keys of an issuer. Fetched once and kept for fifteen minutes, so that a withdrawn key
 * is forgotten; for an hour where the provider cannot be asked. A signature that names an unknown
 * key has them asked for at once, but after that not again for thirty seconds, so that forged key
 * ids cannot turn this client into a flood.
 */
public final class KeySet {
  private static final Duration MAX_AGE = Duration.ofMinutes(15);
  private static final Duration MAX_STALE = Duration.ofHours(1);
  private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(30);

  private final Clock clock;
  private final Cached<List<JWK>> keys;
  private final AtomicReference<Instant> nextRefresh = new AtomicReference<>(Instant.MIN);

  public KeySet(Clock clock, Cached.Loader<List<JWK>> loader) {
    this.clock = clock;
    this.keys = new Cached<>(clock, MAX_AGE, MAX_STALE, loader);
  }

  /** The key of an id that can verify an algorithm; where no id is given, the only one that can. */
  Optional<JWK> find(Operation operation, @Nullable String id, JWSAlgorithm algorithm) {
    List<JWK> known = keys.get(operation);
    Optional<JWK> key = among(known, id, algorithm);
    if (key.isPresent() || !mayRefresh()) {
      return key;
    }
    return among(keys.newerThan(operation, known), id, algorithm);
  }

  private boolean mayRefresh() {
    Instant now = clock.instant();
    Instant allowed = nextRefresh.get();
    return !now.isBefore(allowed)
        && nextRefresh.compareAndSet(allowed, now.plus(BETWEEN_REFRESHES));
  }

  private static Optional<JWK> among(List<JWK> keys, @Nullable String id, JWSAlgorithm algorithm) {
    List<JWK> fitting =
        keys.stream()
            .filter(key -> fits(key, algorithm))
            .filter(key -> id == null || id.equals(key.getKeyID()))
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  private static boolean fits(JWK key, JWSAlgorithm algorithm) {
    boolean type =
        algorithm.equals(JWSAlgorithm.ES256)
            ? key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve())
            : key instanceof RSAKey rsa && rsa.size() >= SigningKey.MIN_RSA_BITS;
    boolean use = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
    return type && use && (key.getAlgorithm() == null || algorithm.equals(key.getAlgorithm()));
  }
}
