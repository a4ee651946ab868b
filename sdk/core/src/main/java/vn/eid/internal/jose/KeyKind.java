package vn.eid.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of key that the profile knows, each with the one algorithm it signs with and the one it
 * is encrypted to (FAPI 2.0 Security Profile, section 5.4).
 */
@SuppressWarnings(
    "ImmutableEnumChecker") // the library's algorithms are immutable; it does not say so
enum KeyKind {
  /** On the curve P-256. */
  EC(
      JWSAlgorithm.ES256,
      JWEAlgorithm.ECDH_ES,
      new Crypto.Service("Signature", List.of("SHA256withECDSA")),
      new Crypto.Service("KeyAgreement", List.of("ECDH"))),
  /** Of at least 2,048 bits. */
  RSA(
      JWSAlgorithm.PS256,
      JWEAlgorithm.RSA_OAEP_256,
      // One algorithm under two names.
      new Crypto.Service("Signature", List.of("RSASSA-PSS", "SHA256withRSAandMGF1")),
      new Crypto.Service("Cipher", List.of("RSA/ECB/OAEPWithSHA-256AndMGF1Padding")));

  private static final int MIN_RSA_BITS = 2048;

  final JWSAlgorithm signature;
  final JWEAlgorithm encryption;

  /** What a provider must do to sign and verify with it, and to open what is encrypted to it. */
  final Crypto.Service signing;

  final Crypto.Service opening;

  KeyKind(
      JWSAlgorithm signature,
      JWEAlgorithm encryption,
      Crypto.Service signing,
      Crypto.Service opening) {
    this.signature = signature;
    this.encryption = encryption;
    this.signing = signing;
    this.opening = opening;
  }

  /** The kind of a key of our own. */
  static KeyKind required(JWK key) throws JOSEException {
    return of(key).orElseThrow(() -> new JOSEException("unsupported key"));
  }

  /** The kind of a key; empty where it is of another type or too small. */
  static Optional<KeyKind> of(JWK key) {
    if (key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve())) {
      return Optional.of(EC);
    }
    return key instanceof RSAKey rsa && rsa.size() >= MIN_RSA_BITS
        ? Optional.of(RSA)
        : Optional.empty();
  }
}
