package vn.eid.benchmarks.idtoken;

import com.nimbusds.jose.JOSEException;
import io.fusionauth.jwt.JWTDecoder;
import io.fusionauth.jwt.Verifier;
import io.fusionauth.jwt.domain.JWT;
import io.fusionauth.jwt.rsa.RSAPSSVerifier;
import java.util.Map;

/** fusionauth-jwt, which checks the signature and the times; for keys of RSA here. */
final class FusionauthCheck implements IdTokenCheck {
  private final JWTDecoder decoder = JWT.getDecoder();
  private final Map<String, Verifier> verifiers;

  FusionauthCheck(Issuer issuer) throws JOSEException {
    var key = issuer.keys().getKeys().get(0);
    this.verifiers =
        Map.of(key.getKeyID(), RSAPSSVerifier.newVerifier(key.toRSAKey().toRSAPublicKey()));
  }

  @Override
  public Object verify(String idToken) throws Exception {
    JWT jwt = decoder.decode(idToken, verifiers);
    ClaimsByHand.check(
        jwt.issuer, jwt.audience, jwt.expiration.toEpochSecond(), jwt.getString("nonce"));
    return jwt;
  }
}
