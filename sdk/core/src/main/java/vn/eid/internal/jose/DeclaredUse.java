package vn.eid.internal.jose;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import org.jspecify.annotations.Nullable;

/** What a JWK says that it is for (RFC 7517, sections 4.2 and 4.4). */
final class DeclaredUse {
  private DeclaredUse() {}

  /** The use that is named, or that the named algorithm leaves; null where neither is. */
  static @Nullable KeyUse of(JWK key) {
    KeyUse use = key.getKeyUse();
    Algorithm algorithm = key.getAlgorithm();
    if (use != null || algorithm == null) {
      return use;
    }
    if (JWSAlgorithm.Family.SIGNATURE.contains(algorithm)) {
      return KeyUse.SIGNATURE;
    }
    return JWEAlgorithm.Family.ASYMMETRIC.contains(algorithm) ? KeyUse.ENCRYPTION : null;
  }
}
