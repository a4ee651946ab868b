package vn.eid.benchmarks.idtoken;

import com.nimbusds.jose.JOSEException;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** jose4j's consumer. */
final class Jose4jCheck implements IdTokenCheck {
  private final JwtConsumer consumer;

  Jose4jCheck(Issuer issuer) throws JoseException, JOSEException {
    JsonWebKeySet keys = new JsonWebKeySet(issuer.keys().toString(true));
    JwtConsumerBuilder builder =
        new JwtConsumerBuilder()
            .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
            .setJwsAlgorithmConstraints(ConstraintType.PERMIT, issuer.form().signature().getName())
            .setExpectedIssuer(Issuer.NAME)
            .setExpectedAudience(Issuer.CLIENT)
            .setRequireExpirationTime()
            .setRequireIssuedAt()
            .setRequireSubject()
            .registerValidator((Validator) Jose4jCheck::checkNonce);
    this.consumer = (issuer.form().isEncrypted() ? opening(builder, issuer) : builder).build();
  }

  private static JwtConsumerBuilder opening(JwtConsumerBuilder builder, Issuer issuer)
      throws JOSEException {
    return builder
        .setEnableRequireEncryption()
        .setDecryptionKey(issuer.recipient().toECPrivateKey())
        .setJweAlgorithmConstraints(ConstraintType.PERMIT, "ECDH-ES")
        .setJweContentEncryptionAlgorithmConstraints(ConstraintType.PERMIT, "A256GCM");
  }

  private static @Nullable String checkNonce(JwtContext context) {
    Object nonce = context.getJwtClaims().getClaimValue("nonce");
    return Issuer.NONCE.equals(nonce) ? null : "wrong nonce";
  }

  @Override
  public Object verify(String idToken) throws Exception {
    return consumer.processToClaims(idToken);
  }
}
