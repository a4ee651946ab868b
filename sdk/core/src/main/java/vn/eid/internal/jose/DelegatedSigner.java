package vn.eid.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import java.util.Set;
import vn.eid.spi.Signer;

/** Signs where the application says, and brings the result into the form of JOSE. */
final class DelegatedSigner implements JWSSigner {
  private static final int ES256_BYTES = 64;

  private final Signer signer;
  private final JWSAlgorithm algorithm;

  DelegatedSigner(Signer signer, JWSAlgorithm algorithm) {
    this.signer = signer;
    this.algorithm = algorithm;
  }

  @Override
  public Base64URL sign(JWSHeader header, byte[] signingInput) throws JOSEException {
    byte[] signature = asked(signingInput);
    // RFC 7518, section 3.4: JOSE writes the two numbers of ECDSA side by side, everybody else in
    // DER.
    return Base64URL.encode(
        algorithm.equals(JWSAlgorithm.ES256)
            ? ECDSA.transcodeSignatureToConcat(signature, ES256_BYTES)
            : signature);
  }

  private byte[] asked(byte[] message) throws JOSEException {
    try {
      return signer.sign(message.clone());
    } catch (InterruptedException e) {
      // Whoever interrupted must still be heard.
      Thread.currentThread().interrupt();
      throw new JOSEException("interrupted", e);
    } catch (Exception e) {
      throw new JOSEException("not signed", e);
    }
  }

  @Override
  public Set<JWSAlgorithm> supportedJWSAlgorithms() {
    return Set.of(algorithm);
  }

  @Override
  public JCAContext getJCAContext() {
    return new JCAContext();
  }
}
