package vn.eid.benchmarks.mock;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A client that proves itself by its key (RFC 7523, section 3), with another proof each time. */
final class ClientProof {
  private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final String clientId;
  private final TokenKeys keys;
  private final JWK key;
  private final JWSSigner signer;
  private final Duration life;

  ClientProof(String clientId, TokenKeys keys, JWK key, Duration life) throws JOSEException {
    this.clientId = clientId;
    this.keys = keys;
    this.key = key;
    this.signer = keys.signer(key);
    this.life = life;
  }

  /** The fields of a request. */
  Map<String, String> fields(URI issuer) throws JOSEException {
    return Map.of(
        "client_id", clientId, "client_assertion_type", TYPE, "client_assertion", jwt(issuer));
  }

  private String jwt(URI issuer) throws JOSEException {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(clientId)
            .subject(clientId)
            .claim("aud", issuer.toString())
            .jwtID(UUID.randomUUID().toString())
            .claim("iat", now.getEpochSecond())
            .claim("exp", now.plus(life).getEpochSecond())
            .build();
    JWSHeader header = new JWSHeader.Builder(keys.algorithm()).keyID(key.getKeyID()).build();
    SignedJWT jwt = new SignedJWT(header, claims);
    jwt.sign(signer);
    return jwt.serialize();
  }
}
