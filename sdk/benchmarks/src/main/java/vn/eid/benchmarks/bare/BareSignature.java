package vn.eid.benchmarks.bare;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;

/**
 * ES256 or PS256 (RFC 7518, section 3.1) by the Java platform, one object kept for all signatures
 * of a key. Not thread-safe.
 */
public final class BareSignature {
  private static final int ES256_BYTES = 64;
  private static final PSSParameterSpec PS256 =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  private final Signature signature;
  private final boolean elliptic;

  private BareSignature(Signature signature, boolean elliptic) {
    this.signature = signature;
    this.elliptic = elliptic;
  }

  /** To verify with. */
  public static BareSignature of(PublicKey key, Optional<Provider> provider)
      throws GeneralSecurityException {
    Signature signature = signature(key instanceof ECKey, provider);
    signature.initVerify((PublicKey) own(key, provider));
    return new BareSignature(signature, key instanceof ECKey);
  }

  /** To sign with. */
  public static BareSignature of(PrivateKey key, Optional<Provider> provider)
      throws GeneralSecurityException {
    Signature signature = signature(key instanceof ECKey, provider);
    signature.initSign((PrivateKey) own(key, provider));
    return new BareSignature(signature, key instanceof ECKey);
  }

  /** Throws where it is not by this key. */
  public void verify(byte[] input, byte[] made) throws GeneralSecurityException, JOSEException {
    signature.update(input);
    if (!signature.verify(elliptic ? ECDSA.transcodeSignatureToDER(made) : made)) {
      throw new GeneralSecurityException("wrong signature");
    }
  }

  public byte[] sign(byte[] input) throws GeneralSecurityException, JOSEException {
    signature.update(input);
    byte[] made = signature.sign();
    return elliptic ? ECDSA.transcodeSignatureToConcat(made, ES256_BYTES) : made;
  }

  private static Signature signature(boolean elliptic, Optional<Provider> provider)
      throws GeneralSecurityException {
    if (elliptic) {
      return instance("SHA256withECDSA", provider);
    }
    // The one knows it under the one name, the other under the other.
    Signature signature =
        instance(provider.isPresent() ? "SHA256withRSA/PSS" : "RSASSA-PSS", provider);
    signature.setParameter(PS256);
    return signature;
  }

  private static Signature instance(String name, Optional<Provider> provider)
      throws GeneralSecurityException {
    return provider.isPresent()
        ? Signature.getInstance(name, provider.get())
        : Signature.getInstance(name);
  }

  private static java.security.Key own(java.security.Key key, Optional<Provider> provider)
      throws GeneralSecurityException {
    return provider.isPresent()
        ? KeyFactory.getInstance(key.getAlgorithm(), provider.get()).translateKey(key)
        : key;
  }
}
