package vn.eid.mock.state;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jose4j.jwk.JsonWebKeySet;

/**
 * An application that the authority has registered.
 *
 * @param keys the public keys that are registered for it
 * @param idTokenEncryption the algorithm that its id tokens are encrypted with, {@code
 *     id_token_encrypted_response_alg} of OpenID Connect Dynamic Client Registration, section 2;
 *     empty where they are signed only
 * @param dataEncryption the algorithm that the citizens' data is encrypted with; empty where it
 *     comes in the clear
 */
public record Client(
    String id,
    List<String> redirectUris,
    Supplier<JsonWebKeySet> keys,
    String nameVi,
    String nameEn,
    Optional<String> idTokenEncryption,
    Optional<String> dataEncryption) {

  /** An application for which nothing is encrypted. */
  public Client(
      String id,
      List<String> redirectUris,
      JsonWebKeySet publicKeys,
      String nameVi,
      String nameEn) {
    this(id, redirectUris, () -> publicKeys, nameVi, nameEn);
  }

  /** The same, whose keys may still be in the making. */
  Client(
      String id,
      List<String> redirectUris,
      Supplier<JsonWebKeySet> keys,
      String nameVi,
      String nameEn) {
    this(id, redirectUris, keys, nameVi, nameEn, Optional.empty(), Optional.empty());
  }

  /** The public keys that are registered for it, to verify with and to encrypt for. */
  public JsonWebKeySet publicKeys() {
    return keys.get();
  }

  /**
   * The same application with other keys.
   *
   * @throws IllegalArgumentException if none of them is one to encrypt for, though something is to
   *     be
   */
  public Client withKeys(JsonWebKeySet others) {
    return JweRecipient.require(
        new Client(
            id, redirectUris, () -> others, nameVi, nameEn, idTokenEncryption, dataEncryption));
  }

  /**
   * The same application with encrypted id tokens.
   *
   * @throws IllegalArgumentException if none of its keys is one to encrypt for
   */
  public Client withEncryptedIdTokens(String alg) {
    return JweRecipient.require(
        new Client(id, redirectUris, keys, nameVi, nameEn, Optional.of(alg), dataEncryption));
  }

  /**
   * The same application, to which the citizens' data comes encrypted.
   *
   * @throws IllegalArgumentException if none of its keys is one to encrypt for
   */
  public Client withEncryptedData(String alg) {
    return JweRecipient.require(
        new Client(id, redirectUris, keys, nameVi, nameEn, idTokenEncryption, Optional.of(alg)));
  }
}
