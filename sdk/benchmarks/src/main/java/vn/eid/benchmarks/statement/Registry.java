package vn.eid.benchmarks.statement;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import vn.eid.benchmarks.By;

/**
 * The registry's key, and what it signs. Whoever measures waits for it, so it signs by Conscrypt.
 */
final class Registry {
  static final String NAME = "https://registry.example.vn";
  static final String CLIENT = "clinic";

  private static final Clock CLOCK = Clock.systemUTC();

  private final ECKey key;
  private final JWSSigner signer;

  private Registry(ECKey key) throws JOSEException {
    this.key = key;
    this.signer = new ECDSASigner(key);
    By.CONSCRYPT.provider().ifPresent(signer.getJCAContext()::setProvider);
  }

  static Registry fresh() throws JOSEException {
    return new Registry(new ECKeyGenerator(Curve.P_256).keyID("registry").generate());
  }

  ECKey publicKey() {
    return key.toPublicJWK();
  }

  /** That a citizen's tax status has changed; each about a citizen of its own. */
  String event() throws JOSEException {
    String id = UUID.randomUUID().toString();
    Map<String, Object> subject =
        Map.of("format", "iss_sub", "iss", Answers.ISSUER, "sub", "subject-" + id);
    return signed(
        "secevent+jwt",
        claims()
            .jwtID(id)
            .claim("sub_id", subject)
            .claim("events", Map.of("urn:vn-eid:event:tax-status-changed", Map.of("version", 1)))
            .build());
  }

  /** That what was asked in a request holds. */
  String receipt(String requestHash, Object statements, Object audit) throws JOSEException {
    return signed(
        "vn-population-check+jwt",
        claims()
            .claim("request_hash", requestHash)
            .claim("answer", "matched")
            .claim("answered_at", CLOCK.instant().toString())
            .claim("statements", statements)
            .claim("audit", audit)
            .build());
  }

  private static JWTClaimsSet.Builder claims() {
    Instant now = CLOCK.instant();
    return new JWTClaimsSet.Builder().issuer(NAME).audience(CLIENT).issueTime(Date.from(now));
  }

  private String signed(String type, JWTClaimsSet claims) throws JOSEException {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType(type))
            .keyID(key.getKeyID())
            .build();
    SignedJWT jwt = new SignedJWT(header, claims);
    jwt.sign(signer);
    return jwt.serialize();
  }
}
