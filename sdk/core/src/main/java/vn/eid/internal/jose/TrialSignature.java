package vn.eid.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import vn.eid.InvalidRequestException;
import vn.eid.internal.WordlessCause;

/**
 * One signature when a key is made. A key that does not fit is so found where the application
 * starts and by whoever set it up, and not at a citizen's login as a refusal by the provider.
 */
final class TrialSignature {
  /** Never a token: those have dots. */
  private static final byte[] MESSAGE = "eid key trial".getBytes(StandardCharsets.US_ASCII);

  private TrialSignature() {}

  /**
   * Passes where the signature fits the public key.
   *
   * @param advice what to look at where it does not
   */
  static void check(JWK publicKey, KeyKind kind, JWSSigner signer, String advice) {
    JWSHeader header = new JWSHeader(kind.signature);
    Base64URL signature = signed(header, signer, advice);
    boolean fits =
        VerificationKey.of(publicKey, Crypto.JDK)
            .filter(key -> key.verifies(MESSAGE, signature.decode()))
            .isPresent();
    if (!fits) {
      throw OwnKey.invalid("A trial signature does not fit the public key. " + advice);
    }
  }

  private static Base64URL signed(JWSHeader header, JWSSigner signer, String advice) {
    try {
      return signer.sign(header, MESSAGE);
    } catch (JOSEException | RuntimeException e) {
      WordlessCause cause = WordlessCause.of(e);
      InvalidRequestException invalid =
          OwnKey.invalid("The key gave no trial signature (" + cause.getMessage() + "). " + advice);
      invalid.initCause(cause);
      throw invalid;
    }
  }
}
