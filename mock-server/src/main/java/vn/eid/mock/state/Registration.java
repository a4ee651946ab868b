package vn.eid.mock.state;

import java.util.Optional;
import org.jose4j.jwk.JsonWebKeySet;

/**
 * What the owner of the demo client had the authority write down about keys.
 *
 * @param keys the public keys; empty for those that the mock makes
 * @param idTokenEncryption one of {@link JweRecipient#ALGORITHMS}; empty for id tokens that are
 *     signed only
 */
public record Registration(Optional<JsonWebKeySet> keys, Optional<String> idTokenEncryption) {
  /** The mock's keys, signed id tokens. */
  public static final Registration USUAL = new Registration(Optional.empty(), Optional.empty());

  public Registration withKeys(JsonWebKeySet others) {
    return new Registration(Optional.of(others), idTokenEncryption);
  }

  public Registration withEncryption(String alg) {
    return new Registration(keys, Optional.of(alg));
  }
}
