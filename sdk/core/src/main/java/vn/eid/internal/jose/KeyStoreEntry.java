package vn.eid.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.Certificate;
import org.jspecify.annotations.Nullable;

/** A private key in a key store of the Java platform: a file's, or a token's (PKCS#11). */
public final class KeyStoreEntry {
  private KeyStoreEntry() {}

  /**
   * Reads a key, or a handle to it where it does not leave its token.
   *
   * @param password the entry's; null where the store asks for none
   * @throws JOSEException where the key is not EC P-256 or RSA of at least 2,048 bits
   * @throws GeneralSecurityException where the store does not give it
   */
  public static OwnKey read(KeyStore store, String alias, char @Nullable [] password)
      throws GeneralSecurityException, JOSEException {
    @Nullable Certificate certificate = store.getCertificate(alias);
    @Nullable Key key = store.isKeyEntry(alias) ? store.getKey(alias, password) : null;
    if (certificate == null || !(key instanceof PrivateKey privateKey)) {
      throw OwnKey.invalid("The key store has no private key with a certificate under that alias.");
    }
    JWK publicKey = PublicHalf.of(certificate.getPublicKey());
    // What does not leave its token has no encoding (java.security.Key).
    return privateKey.getEncoded() == null
        ? inToken(store.getProvider(), privateKey, publicKey)
        : OwnKey.inMemory(withPrivate(publicKey, privateKey));
  }

  /**
   * By the token's own provider: no other can use the handle, and the platform would choose one for
   * RSASSA-PSS before it has seen the key.
   */
  private static OwnKey inToken(Provider token, PrivateKey handle, JWK publicKey)
      throws JOSEException {
    JWSSigner signer =
        KeyKind.required(publicKey) == KeyKind.EC
            ? new ECDSASigner(handle, Curve.P_256)
            : new RSASSASigner(handle);
    signer.getJCAContext().setProvider(token);
    return OwnKey.elsewhere(
        publicKey,
        signer,
        "The token must do ECDSA with SHA-256 for an EC key, RSASSA-PSS with SHA-256 for an RSA"
            + " key, and the entry's certificate must belong to the key.");
  }

  private static JWK withPrivate(JWK publicKey, PrivateKey privateKey) {
    return publicKey instanceof ECKey ec
        ? new ECKey.Builder(ec).privateKey(privateKey).build()
        : new RSAKey.Builder(publicKey.toRSAKey()).privateKey(privateKey).build();
  }
}
