package vn.eid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.ProviderException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.eid.internal.jose.Crypto;
import vn.eid.internal.jose.DecryptionKeys;
import vn.eid.internal.jose.KeyStoreEntry;
import vn.eid.internal.jose.OwnKey;
import vn.eid.internal.jose.SigningKey;
import vn.eid.internal.json.Json;
import vn.eid.spi.Signer;

/**
 * The private key with which this application signs in to the provider ({@code private_key_jwt},
 * RFC 7523), and those with which it decrypts id tokens. The public halves are registered there,
 * under the same key ids: {@link #publicKeys()} is the text to register.
 *
 * <p>An EC key on P-256 signs with ES256 and decrypts with ECDH-ES, an RSA key of 2,048 bits or
 * more signs with PS256 and decrypts with RSA-OAEP-256; nothing else is accepted (FAPI 2.0 Security
 * Profile, section 5.4). Each key that signs is tried once when it is made, so that a wrong one is
 * found there. {@link #toString()} shows the key ids only. This class is immutable and thread-safe.
 *
 * <p>To change keys without a gap: register the new public key beside the old one, then start with
 * the new key that is {@link #alsoDecryptingWith} the old one, then withdraw the old one.
 */
public final class ClientKey {
  private static final int MAX_ID = 255;
  private static final String KINDS =
      "Use an EC key on the curve P-256, or an RSA key of 2,048 bits or more.";

  private final OwnKey key;
  private final List<OwnKey> others;

  private ClientKey(OwnKey key, List<OwnKey> others) {
    this.key = key;
    this.others = List.copyOf(others);
  }

  /**
   * Reads a private key in JSON Web Key form (RFC 7517). Its {@code use}, {@code sig} or {@code
   * enc}, is obeyed; without one it signs and decrypts.
   *
   * @throws InvalidRequestException where the text is no key, a public key, or a key of another
   *     type or size, or where its halves are no pair; the sentence does not repeat the text
   */
  public static ClientKey fromJwk(String json) {
    try {
      return of(JWK.parse(json));
    } catch (ParseException | NullPointerException | IllegalArgumentException e) {
      throw invalid("This is not a JSON Web Key. Pass the JSON object of one private key.");
    }
  }

  /**
   * Takes a private key out of a key store (PKCS#12, JKS, or a provider's). The key id is the
   * thumbprint of RFC 7638, unless {@link #registeredAs} says another.
   *
   * <p>A key that does not leave its store, such as one in a PKCS#11 token, signs there, by the
   * provider of the key store; it does not decrypt.
   *
   * @param password the entry's password; null where the store asks for none, as a token does once
   *     it was loaded with its PIN
   * @throws InvalidRequestException where the alias holds no private key, the password is wrong,
   *     the key is of another type or size, or the store does not sign with it
   */
  @SuppressWarnings("exports") // of the nullness annotation, which nobody needs at run time
  public static ClientKey fromKeyStore(KeyStore store, String alias, char @Nullable [] password) {
    try {
      return new ClientKey(KeyStoreEntry.read(store, alias, password), List.of());
    } catch (GeneralSecurityException | ProviderException e) {
      throw invalid("The key store does not open this entry. Check the password and the key type.");
    } catch (JOSEException e) {
      throw invalid(KINDS);
    }
  }

  /**
   * Uses a private key that is held elsewhere, such as in a hardware security module or a cloud's
   * key service. It is asked for one signature at once. The key id is the thumbprint of RFC 7638,
   * unless {@link #registeredAs} says another. It does not decrypt.
   *
   * @throws InvalidRequestException where the public key is of another type or size, or where the
   *     signer gives no signature that fits it; the sentence repeats nothing that the signer said
   */
  public static ClientKey heldBy(Signer signer) {
    try {
      return new ClientKey(OwnKey.heldBy(signer), List.of());
    } catch (JOSEException e) {
      throw invalid(KINDS);
    }
  }

  /**
   * The same key under the id ({@code kid}) that the provider registered it by.
   *
   * @throws InvalidRequestException where the id is blank or longer than 255 characters
   */
  public ClientKey registeredAs(String keyId) {
    if (keyId.isBlank() || keyId.length() > MAX_ID) {
      throw invalid("Pass the key id under which the provider registered the key.");
    }
    return joined(key.named(keyId), others);
  }

  /**
   * This key signs, and these decrypt too: an old key while the provider may still encrypt to it,
   * or a key for encryption alone ({@code use: enc}). With one of the latter the application says
   * that it registered for encrypted id tokens, and an id token that is not encrypted is refused
   * (OpenID Connect Core, section 3.1.3.7, number 1).
   *
   * @throws InvalidRequestException where one of them cannot decrypt, or two have the same id
   */
  public ClientKey alsoDecryptingWith(ClientKey... keys) {
    List<OwnKey> all = new ArrayList<>(others);
    for (ClientKey other : keys) {
      List<OwnKey> opening = other.keys().stream().filter(own -> own.decrypts()).toList();
      if (opening.isEmpty()) {
        throw invalid(
            "The key "
                + other.keyId()
                + " cannot decrypt: it is for signatures only (use: sig), or held where it only"
                + " signs. Pass a key for encryption from a JWK or a key store file.");
      }
      all.addAll(opening);
    }
    return joined(key, all);
  }

  /** The key id ({@code kid}) under which the provider must know the key that signs. */
  public String keyId() {
    return key.id();
  }

  /**
   * The public halves of all these keys as a JSON Web Key Set (RFC 7517, section 5): the text to
   * register with the provider. No part of it is secret.
   */
  public String publicKeys() {
    List<JWK> halves = keys().stream().map(OwnKey::publicKey).toList();
    return Json.text(new JWKSet(halves).toJSONObject(true));
  }

  @Override
  public String toString() {
    return keys().stream().map(OwnKey::id).collect(Collectors.joining(", ", "ClientKey[", "]"));
  }

  /** This key, or a refusal where it is for encryption only. */
  ClientKey thatSigns() {
    if (!key.signs()) {
      throw invalid(
          "The key "
              + keyId()
              + " is not for signatures (use: enc). Sign in with another key, and add this one to"
              + " it by alsoDecryptingWith.");
    }
    return this;
  }

  /** What signs the client in. */
  SigningKey signing(Crypto crypto) {
    return key.signing(crypto).orElseThrow();
  }

  /** The keys that open what the provider encrypts to this application. */
  DecryptionKeys decryption(Crypto crypto) {
    return new DecryptionKeys(
        keys().stream().flatMap(own -> own.decryption(crypto).stream()).toList());
  }

  private List<OwnKey> keys() {
    List<OwnKey> all = new ArrayList<>(List.of(key));
    all.addAll(others);
    return all;
  }

  private static ClientKey of(JWK jwk) {
    if (!jwk.isPrivate()) {
      throw invalid(
          "This is a public key. The client signs with the private key: pass that one, and register"
              + " this one with the provider.");
    }
    try {
      return new ClientKey(OwnKey.inMemory(jwk), List.of());
    } catch (JOSEException e) {
      throw invalid(KINDS);
    }
  }

  /** The provider finds a key by its id, so each must have its own (RFC 7517, section 4.5). */
  private static ClientKey joined(OwnKey key, List<OwnKey> others) {
    ClientKey joined = new ClientKey(key, others);
    long ids = joined.keys().stream().map(OwnKey::id).distinct().count();
    if (ids < joined.keys().size()) {
      throw invalid("Two of the keys have the same key id. Give each its own by registeredAs.");
    }
    return joined;
  }

  private static InvalidRequestException invalid(String problem) {
    return new InvalidRequestException("clientKey", problem);
  }
}
