package vn.eid.mock.state;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jwa.AlgorithmFactoryFactory;
import org.jose4j.jwe.ContentEncryptionAlgorithm;
import org.jose4j.jwe.ContentEncryptionKeys;
import org.jose4j.jwe.ContentEncryptionParts;
import org.jose4j.jwe.KeyManagementAlgorithm;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwx.CompactSerializer;
import org.jose4j.jwx.Headers;
import org.jose4j.lang.JoseException;

/**
 * Whom a token is encrypted for: an application's public key and the algorithm that it is
 * registered with. The token is a JWE (RFC 7516) in compact form.
 */
public record JweRecipient(String alg, JsonWebKey key) {
  /** The algorithms that a client can register: RFC 7518, sections 4.3 and 4.6. */
  public static final List<String> ALGORITHMS = List.of("ECDH-ES", "RSA-OAEP-256");

  /** How the content is encrypted: RFC 7518, section 5.3. */
  public static final String METHOD = "A256GCM";

  /**
   * The algorithm itself.
   *
   * @throws IllegalArgumentException if it is none of {@link #ALGORITHMS}
   */
  public static String checkAlgorithm(String alg) {
    if (!ALGORITHMS.contains(alg)) {
      throw new IllegalArgumentException("Encrypted is with one of " + ALGORITHMS + ".");
    }
    return alg;
  }

  /** The client's, where its id tokens are to be encrypted. */
  public static Optional<JweRecipient> of(Client client) {
    return client.idTokenEncryption().map(alg -> new JweRecipient(alg, key(client, alg)));
  }

  /** The client's, where the citizens' data is to be encrypted. */
  public static Optional<JweRecipient> ofData(Client client) {
    return client.dataEncryption().map(alg -> new JweRecipient(alg, key(client, alg)));
  }

  static Client require(Client client) {
    client.idTokenEncryption().ifPresent(alg -> key(client, alg));
    client.dataEncryption().ifPresent(alg -> key(client, alg));
    return client;
  }

  private static JsonWebKey key(Client client, String alg) {
    return client.publicKeys().getJsonWebKeys().stream()
        .filter(key -> fits(key, alg))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Answers are to be encrypted with "
                        + alg
                        + ", but no registered key of the use enc fits that."));
  }

  /** Whether the key is one to encrypt for with this algorithm. */
  public static boolean fits(JsonWebKey key, String alg) {
    return "enc".equals(key.getUse())
        && key.getKeyType().equals(alg.startsWith("RSA") ? "RSA" : "EC")
        && (key.getAlgorithm() == null || key.getAlgorithm().equals(alg));
  }

  /**
   * Encrypts.
   *
   * @param moreHeaders the members of the header besides {@code alg}, {@code enc} and {@code kid};
   *     what they say is done by the caller, compression too
   */
  public String seal(byte[] plaintext, Map<String, String> moreHeaders) {
    Headers headers = new Headers();
    headers.setStringHeaderValue("alg", alg);
    headers.setStringHeaderValue("enc", METHOD);
    headers.setStringHeaderValue("kid", key.getKeyId());
    moreHeaders.forEach(headers::setStringHeaderValue);
    try {
      return seal(plaintext, headers);
    } catch (JoseException e) {
      throw new IllegalStateException("The mock could not encrypt.", e);
    }
  }

  // STANDARD: RFC 7516, section 5.1. By hand, because jose4j's own class would compress by itself.
  private String seal(byte[] plaintext, Headers headers) throws JoseException {
    AlgorithmFactoryFactory algorithms = AlgorithmFactoryFactory.getInstance();
    KeyManagementAlgorithm management =
        algorithms.getJweKeyManagementAlgorithmFactory().getAlgorithm(alg);
    ContentEncryptionAlgorithm content =
        algorithms.getJweContentEncryptionAlgorithmFactory().getAlgorithm(METHOD);
    ProviderContext provider = new ProviderContext();
    ContentEncryptionKeys keys =
        management.manageForEncrypt(
            key.getKey(), content.getContentEncryptionKeyDescriptor(), headers, null, provider);
    byte[] header = headers.getEncodedHeader().getBytes(StandardCharsets.US_ASCII);
    ContentEncryptionParts parts =
        content.encrypt(plaintext, header, keys.getContentEncryptionKey(), headers, null, provider);
    return CompactSerializer.serialize(
        headers.getEncodedHeader(),
        base64url(keys.getEncryptedKey()),
        base64url(parts.getIv()),
        base64url(parts.getCiphertext()),
        base64url(parts.getAuthenticationTag()));
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
