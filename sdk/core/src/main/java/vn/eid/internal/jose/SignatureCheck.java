package vn.eid.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.JWK;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Verifies with one public key what was signed with ES256 or PS256 (RFC 7518, sections 3.4 and
 * 3.5). What the platform needs for it is set up once and kept for the next signature: to find and
 * set it up again costs more than to read a token. Thread-safe.
 */
final class SignatureCheck {
  private static final PSSParameterSpec PS256 =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  private final KeyKind kind;
  private final PublicKey key;
  private final Optional<Provider> provider;
  private final AtomicReference<@Nullable Signature> spare = new AtomicReference<>();

  private SignatureCheck(KeyKind kind, PublicKey key, Optional<Provider> provider) {
    this.kind = kind;
    this.key = key;
    this.provider = provider;
  }

  static SignatureCheck of(JWK jwk, KeyKind kind, Crypto crypto) throws JOSEException {
    Optional<Provider> provider = crypto.signing(kind);
    PublicKey key =
        kind == KeyKind.EC ? jwk.toECKey().toECPublicKey() : jwk.toRSAKey().toRSAPublicKey();
    return new SignatureCheck(kind, Crypto.own(key, provider, PublicKey.class), provider);
  }

  boolean holds(byte[] signed, byte[] signature) {
    try {
      return verified(signed, kind == KeyKind.EC ? inDer(signature) : signature);
    } catch (JOSEException | GeneralSecurityException | RuntimeException e) {
      // Also RuntimeException: so a provider says that it has broken down.
      return false;
    }
  }

  private boolean verified(byte[] signed, byte[] signature) throws GeneralSecurityException {
    Signature kept = spare.getAndSet(null);
    Signature platform = kept == null ? fresh() : kept;
    platform.update(signed);
    boolean holds = platform.verify(signature);
    // Only from here: one that has thrown may remember half a message.
    spare.set(platform);
    return holds;
  }

  /** JOSE writes two numbers side by side; neither may be zero or beyond the order of the curve. */
  private static byte[] inDer(byte[] signature) throws JOSEException {
    ECDSA.ensureLegalSignature(signature, JWSAlgorithm.ES256);
    return ECDSA.transcodeSignatureToDER(signature);
  }

  private Signature fresh() throws GeneralSecurityException {
    Signature fresh = kind.signing.signature(provider);
    if (kind == KeyKind.RSA) {
      fresh.setParameter(PS256);
    }
    fresh.initVerify(key);
    return fresh;
  }
}
