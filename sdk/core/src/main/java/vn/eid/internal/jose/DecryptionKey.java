package vn.eid.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.interfaces.ECPrivateKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A private key that opens what is encrypted to its public half. Prints its id only. */
public final class DecryptionKey {
  private final String id;
  private final JWEAlgorithm algorithm;
  private final boolean forEncryptionOnly;
  private final JWEDecrypter decrypter;

  DecryptionKey(JWEDecrypter decrypter, JWEAlgorithm algorithm, JWK publicKey) {
    this.id = publicKey.getKeyID();
    this.algorithm = algorithm;
    this.forEncryptionOnly = KeyUse.ENCRYPTION.equals(publicKey.getKeyUse());
    this.decrypter = decrypter;
  }

  static JWEDecrypter decrypter(JWK jwk, Crypto crypto) throws JOSEException {
    Optional<Provider> provider = crypto.opening(KeyKind.required(jwk));
    JWEDecrypter decrypter =
        jwk instanceof ECKey ec
            ? new ECDHDecrypter(Crypto.own(ec.toECPrivateKey(), provider, ECPrivateKey.class))
            : new RSADecrypter(
                Crypto.own(jwk.toRSAKey().toRSAPrivateKey(), provider, PrivateKey.class));
    // The key alone: the JDK is fast at AES.
    provider.ifPresent(decrypter.getJCAContext()::setKeyEncryptionProvider);
    return decrypter;
  }

  /** Whether it was registered so that the provider may encrypt to it ({@code use: enc}). */
  boolean isForEncryptionOnly() {
    return forEncryptionOnly;
  }

  /** Whether a document may be for this key; one that names no key may be for any. */
  boolean fits(JWEAlgorithm named, @Nullable String keyId) {
    return algorithm.equals(named) && (keyId == null || keyId.equals(id));
  }

  /** The content; empty where it does not open, for whatever reason: to tell more would help. */
  Optional<byte[]> open(JWEObject jwe) {
    try {
      jwe.decrypt(decrypter);
      return Optional.of(jwe.getPayload().toBytes());
    } catch (JOSEException | RuntimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "DecryptionKey[" + id + "]";
  }
}
