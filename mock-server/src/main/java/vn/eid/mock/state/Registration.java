package vn.eid.mock.state;

import java.util.Optional;
import org.jose4j.jwk.JsonWebKeySet;

/**
 * What the owner of the demo client had the authority write down about keys.
 *
 * @param keys the public keys; empty for those that the mock makes
 * @param idTokenEncryption one of {@link JweRecipient#ALGORITHMS}; empty for id tokens that are
 *     signed only
 * @param dataEncryption one of them, for the citizens' data; empty for data in the clear
 */
public record Registration(
    Optional<JsonWebKeySet> keys,
    Optional<String> idTokenEncryption,
    Optional<String> dataEncryption) {
  /** The mock's keys, nothing encrypted. */
  public static final Registration USUAL =
      new Registration(Optional.empty(), Optional.empty(), Optional.empty());

  public Registration withKeys(JsonWebKeySet others) {
    return new Registration(Optional.of(others), idTokenEncryption, dataEncryption);
  }

  public Registration withEncryption(String alg) {
    return new Registration(keys, Optional.of(alg), dataEncryption);
  }

  public Registration withDataEncryption(String alg) {
    return new Registration(keys, idTokenEncryption, Optional.of(alg));
  }
}
