package vn.eid.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A public key that verifies. The library's verifiers are thread-safe, so each is made once with
 * its key and not once a signature.
 */
final class VerificationKey {
  private final @Nullable String id;
  private final JWSAlgorithm algorithm;
  private final JWSVerifier verifier;
  private final JWK key;

  private VerificationKey(JWK key, JWSAlgorithm algorithm, JWSVerifier verifier) {
    this.id = key.getKeyID();
    this.key = key;
    this.algorithm = algorithm;
    this.verifier = verifier;
  }

  /** A key ready to verify; empty where its type, size, use or algorithm says that it may not. */
  static Optional<VerificationKey> of(JWK key) {
    return KeyKind.of(key)
        .map(kind -> kind.signature)
        .filter(algorithm -> mayVerify(key, algorithm))
        .flatMap(algorithm -> of(key, algorithm));
  }

  private static Optional<VerificationKey> of(JWK key, JWSAlgorithm algorithm) {
    try {
      JWSVerifier verifier =
          key instanceof ECKey ec ? new ECDSAVerifier(ec) : new RSASSAVerifier((RSAKey) key);
      return Optional.of(new VerificationKey(key, algorithm, verifier));
    } catch (JOSEException | RuntimeException e) {
      // Such as a point that is not on the curve.
      return Optional.empty();
    }
  }

  /** Whether a signature with this header may be by this key: a header without id names none. */
  boolean fits(JWSHeader header) {
    String named = header.getKeyID();
    return algorithm.equals(header.getAlgorithm()) && (named == null || named.equals(id));
  }

  boolean verifies(JWSHeader header, byte[] signingInput, Base64URL signature) {
    try {
      return verifier.verify(header, signingInput, signature);
    } catch (JOSEException e) {
      return false;
    }
  }

  /** The key as its issuer publishes it, and nothing that is private. */
  Map<String, Object> published() {
    return key.toPublicJWK().toJSONObject();
  }

  /** The members of the key itself (RFC 7638, section 3.2), in alphabetical order. */
  Map<String, Object> publicMembers() {
    return new TreeMap<>(PublicHalf.bare(key).toJSONObject());
  }

  private static boolean mayVerify(JWK key, JWSAlgorithm algorithm) {
    boolean use = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
    return use && (key.getAlgorithm() == null || algorithm.equals(key.getAlgorithm()));
  }
}
