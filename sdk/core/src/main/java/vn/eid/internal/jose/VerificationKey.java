package vn.eid.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A public key that verifies. */
final class VerificationKey {
  private final @Nullable String id;
  private final JWSAlgorithm algorithm;
  private final SignatureCheck check;
  private final JWK key;

  /** Made once: to make it is work in proportion to that of verifying. */
  private final Map<String, Object> publicMembers;

  private VerificationKey(JWK key, JWSAlgorithm algorithm, SignatureCheck check) {
    this.id = key.getKeyID();
    this.key = key;
    this.algorithm = algorithm;
    this.check = check;
    this.publicMembers =
        Collections.unmodifiableMap(new TreeMap<>(PublicHalf.bare(key).toJSONObject()));
  }

  /** A key ready to verify; empty where its type, size, use or algorithm says that it may not. */
  static Optional<VerificationKey> of(JWK key, Crypto crypto) {
    return KeyKind.of(key)
        .filter(kind -> mayVerify(key, kind.signature))
        .flatMap(kind -> of(key, kind, crypto));
  }

  private static Optional<VerificationKey> of(JWK key, KeyKind kind, Crypto crypto) {
    try {
      SignatureCheck check = SignatureCheck.of(key, kind, crypto);
      return Optional.of(new VerificationKey(key, kind.signature, check));
    } catch (JOSEException | RuntimeException e) {
      // Such as a point that is not on the curve.
      return Optional.empty();
    }
  }

  /** Whether a signature may be by this key: a document that names no key may be by any. */
  boolean fits(SignedParts jws) {
    return algorithm.getName().equals(jws.algorithm())
        && jws.keyId().map(named -> named.equals(id)).orElse(true);
  }

  boolean verifies(byte[] signed, byte[] signature) {
    return check.holds(signed, signature);
  }

  /** The key as its issuer publishes it, and nothing that is private. */
  Map<String, Object> published() {
    return key.toPublicJWK().toJSONObject();
  }

  /** The members of the key itself (RFC 7638, section 3.2), in alphabetical order. */
  Map<String, Object> publicMembers() {
    return publicMembers;
  }

  private static boolean mayVerify(JWK key, JWSAlgorithm algorithm) {
    boolean use = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
    return use && (key.getAlgorithm() == null || algorithm.equals(key.getAlgorithm()));
  }
}
