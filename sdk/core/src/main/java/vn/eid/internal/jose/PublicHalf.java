package vn.eid.internal.jose;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import org.jspecify.annotations.Nullable;

/** Makes the public JWK of a key of our own, with those members only that are meant to be seen. */
final class PublicHalf {
  private PublicHalf() {}

  /** Of a key of the Java platform. */
  static JWK of(PublicKey key) throws JOSEException {
    if (key instanceof ECPublicKey ec
        && Curve.P_256.equals(Curve.forECParameterSpec(ec.getParams()))) {
      return new ECKey.Builder(Curve.P_256, ec).build();
    }
    if (key instanceof RSAPublicKey rsa) {
      return new RSAKey.Builder(rsa).build();
    }
    throw new JOSEException("unsupported key");
  }

  /** Without any member but the key itself. */
  static JWK bare(JWK key) {
    return copy(key, null, null, null);
  }

  /** Under its own id, or its thumbprint, and good for all. */
  static JWK named(JWK key) throws JOSEException {
    return copy(key, idOf(key), null, null);
  }

  /**
   * Under an id, with a use and the one algorithm that the use leaves; without use, good for all.
   */
  static JWK of(JWK key, KeyKind kind, String id, @Nullable KeyUse use) {
    return copy(key, id, use, use == null ? null : algorithm(kind, use));
  }

  /** The id: the key's own, or its thumbprint (RFC 7638). */
  static String idOf(JWK key) throws JOSEException {
    @Nullable String given = key.getKeyID();
    return given != null ? given : key.computeThumbprint().toString();
  }

  private static Algorithm algorithm(KeyKind kind, KeyUse use) {
    return use.equals(KeyUse.ENCRYPTION) ? kind.encryption : kind.signature;
  }

  private static JWK copy(
      JWK key, @Nullable String id, @Nullable KeyUse use, @Nullable Algorithm algorithm) {
    if (key instanceof ECKey ec) {
      return new ECKey.Builder(ec.getCurve(), ec.getX(), ec.getY())
          .keyID(id)
          .keyUse(use)
          .algorithm(algorithm)
          .build();
    }
    RSAKey rsa = (RSAKey) key;
    return new RSAKey.Builder(rsa.getModulus(), rsa.getPublicExponent())
        .keyID(id)
        .keyUse(use)
        .algorithm(algorithm)
        .build();
  }
}
