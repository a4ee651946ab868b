package vn.eid.internal.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.security.SecureRandom;
import vn.eid.internal.jose.Hashes;
import vn.eid.internal.jose.SigningKey;

/** Fresh values that nobody can guess. */
public final class SecretValues {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private SecretValues() {}

  /** 256 random bits, base64url: a state, a nonce, or a PKCE verifier (43 characters, RFC 7636). */
  public static String token() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Hashes.base64url(bytes);
  }

  /** A new DPoP key, ready to sign. */
  public static SigningKey possession() {
    try {
      return SigningKey.of(new ECKeyGenerator(Curve.P_256).generate());
    } catch (JOSEException e) {
      throw new IllegalStateException("This Java runtime makes no P-256 keys.", e);
    }
  }
}
