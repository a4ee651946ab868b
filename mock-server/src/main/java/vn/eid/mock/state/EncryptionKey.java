package vn.eid.mock.state;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A key pair that tokens can be encrypted for, of the use {@code enc} (RFC 7517, section 4.2). */
public final class EncryptionKey {
  private final PublicJsonWebKey jwk;

  private EncryptionKey(PublicJsonWebKey jwk) {
    this.jwk = jwk;
  }

  /** A new key pair for one of {@link JweRecipient#ALGORITHMS}: EC P-256, or RSA of 2048 bits. */
  public static EncryptionKey generate(String alg, String kid) {
    try {
      PublicJsonWebKey jwk =
          alg.startsWith("RSA")
              ? RsaJwkGenerator.generateJwk(2048)
              : EcJwkGenerator.generateJwk(EllipticCurves.P256);
      jwk.setKeyId(kid);
      jwk.setAlgorithm(alg);
      jwk.setUse("enc");
      return new EncryptionKey(jwk);
    } catch (JoseException e) {
      throw new IllegalStateException("This Java has no key of the kind for " + alg + ".", e);
    }
  }

  /** The key pair, with its private half: for the demo client, whose owner must decrypt. */
  public String privateJwk() {
    return jwk.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
  }

  /** The public half alone, as it is handed to an authority. */
  public JsonWebKey publicKey() {
    try {
      return JsonWebKey.Factory.newJwk(jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
    } catch (JoseException e) {
      throw new IllegalStateException("The mock made a key that is no JWK.", e);
    }
  }
}
