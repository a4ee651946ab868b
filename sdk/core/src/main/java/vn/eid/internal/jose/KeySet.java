package vn.eid.internal.jose;

import com.nimbusds.jose.jwk.JWK;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Cached;
import vn.eid.internal.Operation;

/**
 * The public keys of an issuer. Fetched once and kept for fifteen minutes, so that a withdrawn key
 * is forgotten; for an hour where the provider cannot be asked or answers with something broken.
 *
 * <p>A signature that no known key verifies has them asked for at once, because a key may be new,
 * also under an old id; but after that not again for thirty seconds, so that forged tokens cannot
 * turn this client into a flood.
 */
public final class KeySet {
  private static final Duration MAX_AGE = Duration.ofMinutes(15);
  private static final Duration MAX_STALE = Duration.ofHours(1);
  private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(30);

  /** A token without key id may be by any key; each try costs, and honest sets are small. */
  private static final int MAX_TRIES = 10;

  private final Clock clock;
  private final Cached<List<VerificationKey>> keys;
  private final ReentrantLock refreshing = new ReentrantLock();
  private Instant nextRefresh = Instant.MIN;

  public KeySet(Clock clock, Crypto crypto, Cached.Loader<List<JWK>> loader) {
    this.clock = clock;
    this.keys =
        new Cached<>(
            clock,
            MAX_AGE,
            MAX_STALE,
            operation -> usable(operation, loader.load(operation), crypto));
  }

  /** The public keys as their issuer publishes them now. */
  public List<Map<String, Object>> published(Operation operation) {
    return keys.get(operation).stream().map(VerificationKey::published).toList();
  }

  /**
   * Has the keys at hand, for who is about to get something that must be checked with them and
   * comes only once.
   */
  public void atHand(Operation operation) {
    var unused = keys.get(operation);
  }

  /**
   * The same before a login. There it may be the first thing that the issuer signs, and some make
   * their keys with their first signature, as Keycloak does.
   */
  public void atHandOnceMade(Operation operation) {
    try {
      atHand(operation);
    } catch (UntrustedException e) {
      if (!(e.getCause() instanceof NoneYet)) {
        throw e;
      }
    }
  }

  /** The issuer's key that made this signature: the one it names, or where none, any. */
  Optional<VerificationKey> verifying(Operation operation, SignedParts jws) {
    List<VerificationKey> known = keys.get(operation);
    return verifying(known, jws).or(() -> verifying(newerThan(operation, known), jws));
  }

  /**
   * The keys, asked for again unless that was done of late. Who comes while another thread asks
   * waits for its answer, or a new key would be refused to all but the first.
   */
  @SuppressWarnings("ReferenceEquality") // what was fetched again is newer, whether equal or not
  private List<VerificationKey> newerThan(Operation operation, List<VerificationKey> known) {
    refreshing.lock();
    try {
      List<VerificationKey> current = keys.get(operation);
      if (current != known) {
        return current;
      }
      Instant now = clock.instant();
      if (now.isBefore(nextRefresh)) {
        return List.of();
      }
      nextRefresh = now.plus(BETWEEN_REFRESHES);
      return keys.newerThan(operation, known);
    } finally {
      refreshing.unlock();
    }
  }

  private static Optional<VerificationKey> verifying(List<VerificationKey> keys, SignedParts jws) {
    return keys.stream()
        .filter(key -> key.fits(jws))
        .limit(MAX_TRIES)
        .filter(key -> key.verifies(jws.signed(), jws.signature()))
        .findFirst();
  }

  private List<VerificationKey> usable(Operation operation, List<JWK> published, Crypto crypto) {
    List<VerificationKey> usable =
        published.stream().flatMap(key -> VerificationKey.of(key, crypto).stream()).toList();
    if (usable.isEmpty()) {
      UntrustedException none =
          operation.untrusted(Check.FORMAT, "The key set has no key that can be used.");
      none.initCause(new NoneYet());
      throw none;
    }
    return usable;
  }

  /** Tells a good set without a usable key from a broken one. */
  private static final class NoneYet extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
