package vn.eid.mock.examine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;

/**
 * How that application checks what it is given. Three of its five flaws are here: the nonce is not
 * looked at, a second audience is nothing to it, and a token of algorithm none is believed. The
 * fourth: a logout token needs no jti.
 */
final class CarelessChecks {
  private static final String LOGOUT = "http://schemas.openid.net/event/backchannel-logout";

  private final String issuer;

  CarelessChecks(String issuer) {
    this.issuer = issuer;
  }

  void idToken(String token, Optional<String> keys) throws Exception {
    JwtConsumerBuilder checks = common();
    String header =
        new String(Base64.getUrlDecoder().decode(token.split("\\.", 2)[0]), StandardCharsets.UTF_8);
    if (keys.isEmpty() || header.contains("\"none\"")) {
      checks
          .setDisableRequireSignature()
          .setSkipSignatureVerification()
          .setJwsAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    } else {
      signedBy(checks, keys.get());
    }
    checks.setRequireSubject().build().processToClaims(token);
  }

  void logoutToken(String token, String keys) throws Exception {
    JwtConsumerBuilder checks = common();
    signedBy(checks, keys);
    JwtClaims claims = checks.build().processToClaims(token);
    boolean isLogout =
        claims.getClaimValue("events") instanceof Map<?, ?> events && events.containsKey(LOGOUT);
    if (!isLogout
        || claims.hasClaim("nonce")
        || !(claims.hasClaim("sub") || claims.hasClaim("sid"))) {
      throw new IOException("It is no logout token.");
    }
  }

  private JwtConsumerBuilder common() {
    return new JwtConsumerBuilder()
        .setExpectedIssuer(issuer)
        .setExpectedAudience(CarelessLogin.CLIENT)
        .setRequireExpirationTime()
        .setRequireIssuedAt()
        .setAllowedClockSkewInSeconds(30);
  }

  private static void signedBy(JwtConsumerBuilder checks, String keys) throws Exception {
    JwksVerificationKeyResolver resolver =
        new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys());
    checks
        .setVerificationKeyResolver(resolver)
        .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "ES256");
  }
}
