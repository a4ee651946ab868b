package vn.eid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import vn.eid.internal.jose.SigningKey;

/**
 * The private key with which this application signs in to the provider ({@code private_key_jwt},
 * RFC 7523). Its public half is registered there, under the same key id.
 *
 * <p>An EC key on P-256 signs with ES256, an RSA key of 2,048 bits or more with PS256; nothing else
 * is accepted (FAPI 2.0 Security Profile, section 5.4). {@link #toString()} shows the key id only.
 * This class is immutable and thread-safe.
 */
public final class ClientKey {
  private final SigningKey key;

  private ClientKey(SigningKey key) {
    this.key = key;
  }

  /**
   * Reads a private key in JSON Web Key form (RFC 7517).
   *
   * @throws InvalidRequestException where the text is no key, a public key, or a key of another
   *     type or size; the sentence does not repeat the text
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
   * thumbprint of RFC 7638: register the public key under it.
   *
   * @throws InvalidRequestException where the alias holds no private key, the password is wrong, or
   *     the key is of another type or size
   */
  public static ClientKey fromKeyStore(KeyStore store, String alias, char[] password) {
    try {
      Certificate certificate = store.getCertificate(alias);
      if (!store.isKeyEntry(alias) || certificate == null) {
        throw invalid("The key store has no private key with a certificate under that alias.");
      }
      return of(jwk(store.getKey(alias, password), certificate.getPublicKey()));
    } catch (GeneralSecurityException | JOSEException e) {
      throw invalid("The key store does not open this entry. Check the password and the key type.");
    }
  }

  /** The key id ({@code kid}) under which the provider must know the public key. */
  public String keyId() {
    return key.id();
  }

  @Override
  public String toString() {
    return "ClientKey[" + key.id() + "]";
  }

  SigningKey signing() {
    return key;
  }

  private static ClientKey of(JWK jwk) {
    if (!jwk.isPrivate()) {
      throw invalid(
          "This is a public key. The client signs with the private key: pass that one, and register"
              + " this one with the provider.");
    }
    try {
      return new ClientKey(SigningKey.of(jwk));
    } catch (JOSEException e) {
      throw invalid("Use an EC key on the curve P-256, or an RSA key of 2,048 bits or more.");
    }
  }

  private static JWK jwk(Key key, PublicKey publicKey) throws JOSEException {
    if (key instanceof PrivateKey ec && publicKey instanceof ECPublicKey point) {
      Curve curve = Curve.forECParameterSpec(point.getParams());
      return new ECKey.Builder(curve, point).privateKey(ec).keyIDFromThumbprint().build();
    }
    if (key instanceof PrivateKey rsa && publicKey instanceof RSAPublicKey modulus) {
      return new RSAKey.Builder(modulus).privateKey(rsa).keyIDFromThumbprint().build();
    }
    throw new JOSEException("unsupported key");
  }

  private static InvalidRequestException invalid(String problem) {
    return new InvalidRequestException("clientKey", problem);
  }
}
