package vn.eid.benchmarks.idtoken;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWEDecryptionKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Nimbus' processor as its manual sets it up. */
final class NimbusCheck implements IdTokenCheck {
  private final DefaultJWTProcessor<SecurityContext> processor;

  NimbusCheck(Issuer issuer) {
    this.processor = processor(issuer);
    JWTClaimsSet exact =
        new JWTClaimsSet.Builder().issuer(Issuer.NAME).claim("nonce", Issuer.NONCE).build();
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(Issuer.CLIENT, exact, Set.of("exp", "iat", "sub")));
  }

  /** It has no check of claims yet but its own of the times. */
  static DefaultJWTProcessor<SecurityContext> processor(Issuer issuer) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            issuer.form().signature(), new ImmutableJWKSet<>(issuer.keys())));
    processor.setJWEKeySelector(
        new JWEDecryptionKeySelector<>(
            JWEAlgorithm.ECDH_ES,
            EncryptionMethod.A256GCM,
            new ImmutableJWKSet<>(new JWKSet(issuer.recipient()))));
    return processor;
  }

  @Override
  public Object verify(String idToken) throws Exception {
    @Nullable SecurityContext none = null;
    return processor.process(idToken, none);
  }
}
