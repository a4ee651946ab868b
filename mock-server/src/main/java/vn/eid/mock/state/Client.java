package vn.eid.mock.state;

import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKeySet;

/**
 * An application that the authority has registered.
 *
 * @param idTokenEncryption the algorithm that its id tokens are encrypted with, {@code
 *     id_token_encrypted_response_alg} of OpenID Connect Dynamic Client Registration, section 2;
 *     empty where they are signed only
 */
public record Client(
    String id,
    List<String> redirectUris,
    JsonWebKeySet publicKeys,
    String nameVi,
    String nameEn,
    Optional<String> idTokenEncryption) {

  /** An application whose id tokens are signed only. */
  public Client(
      String id,
      List<String> redirectUris,
      JsonWebKeySet publicKeys,
      String nameVi,
      String nameEn) {
    this(id, redirectUris, publicKeys, nameVi, nameEn, Optional.empty());
  }

  /**
   * The same application with other keys.
   *
   * @throws IllegalArgumentException if none of them is one to encrypt its id tokens for
   */
  public Client withKeys(JsonWebKeySet others) {
    return JweRecipient.require(
        new Client(id, redirectUris, others, nameVi, nameEn, idTokenEncryption));
  }

  /**
   * The same application with encrypted id tokens.
   *
   * @throws IllegalArgumentException if none of its keys is one to encrypt for
   */
  public Client withEncryptedIdTokens(String alg) {
    return JweRecipient.require(
        new Client(id, redirectUris, publicKeys, nameVi, nameEn, Optional.of(alg)));
  }
}
