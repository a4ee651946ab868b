package vn.eid.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.eid.internal.json.Json;

/** A private key that signs, its algorithm fixed by its type. */
public final class SigningKey {
  static final int MIN_RSA_BITS = 2048;

  private final JWSSigner signer;
  private final JWSAlgorithm algorithm;
  private final JWK publicKey;

  /** The public key without id and other members, as a proof carries it: made once. */
  private final JWK bareKey;

  private SigningKey(JWSSigner signer, JWSAlgorithm algorithm, JWK publicKey) {
    this.signer = signer;
    this.algorithm = algorithm;
    this.publicKey = publicKey;
    this.bareKey = bare(publicKey);
  }

  /**
   * Wraps a private key.
   *
   * @throws JOSEException where it is not EC P-256 or RSA of at least 2,048 bits
   */
  public static SigningKey of(JWK jwk) throws JOSEException {
    if (jwk instanceof ECKey ec && Curve.P_256.equals(ec.getCurve())) {
      return new SigningKey(new ECDSASigner(ec), JWSAlgorithm.ES256, publicHalf(ec));
    }
    if (jwk instanceof RSAKey rsa && rsa.size() >= MIN_RSA_BITS) {
      return new SigningKey(new RSASSASigner(rsa), JWSAlgorithm.PS256, publicHalf(rsa));
    }
    throw new JOSEException("unsupported key");
  }

  /** The key id: the JWK's own, or its thumbprint (RFC 7638). */
  public String id() {
    return publicKey.getKeyID();
  }

  /** Signs claims, the key named by its id. */
  public String sign(Map<String, ?> claims) {
    return sign(new JWSHeader.Builder(algorithm).keyID(id()), claims);
  }

  /** Signs claims, the public key itself in the header (DPoP, RFC 9449, section 4.2). */
  public String signWithEmbeddedKey(String type, Map<String, ?> claims) {
    return sign(
        new JWSHeader.Builder(algorithm).type(new JOSEObjectType(type)).jwk(bareKey), claims);
  }

  /** The SHA-256 thumbprint of the public key (RFC 7638), base64url. */
  public String thumbprint() {
    try {
      return publicKey.computeThumbprint().toString();
    } catch (JOSEException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java runtime.", e);
    }
  }

  private String sign(JWSHeader.Builder header, Map<String, ?> claims) {
    JWSObject jws = new JWSObject(header.build(), new Payload(Json.bytes(claims)));
    try {
      jws.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("The key does not sign.", e);
    }
    return jws.serialize();
  }

  private static JWK publicHalf(ECKey key) throws JOSEException {
    return new ECKey.Builder(key.toPublicJWK()).keyID(idOf(key)).build();
  }

  private static JWK publicHalf(RSAKey key) throws JOSEException {
    return new RSAKey.Builder(key.toPublicJWK()).keyID(idOf(key)).build();
  }

  private static String idOf(JWK key) throws JOSEException {
    @Nullable String given = key.getKeyID();
    return given != null ? given : key.computeThumbprint().toString();
  }

  private static JWK bare(JWK key) {
    return key instanceof ECKey ec
        ? new ECKey.Builder(ec.getCurve(), ec.getX(), ec.getY()).build()
        : new RSAKey.Builder(((RSAKey) key).getModulus(), ((RSAKey) key).getPublicExponent())
            .build();
  }
}
