package vn.eid.benchmarks.mock;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import vn.eid.benchmarks.KeptConnection;
import vn.eid.benchmarks.WireRequest;

/** Tokens of our mock server: in each request the client proves itself and its key. */
final class ProvenTokenLoad implements MockLoad {
  private static final String CLIENT_ID = "demo-client";
  private static final Duration LIFE = Duration.ofMinutes(4);

  private final TokenKeys keys;
  private final JWK key;

  /**
   * @param key one that the client is registered with
   */
  ProvenTokenLoad(TokenKeys keys, JWK key) {
    this.keys = keys;
    this.key = key;
  }

  @Override
  public String label() {
    return "tokens, client with " + keys.algorithm();
  }

  @Override
  public List<byte[]> requests(URI issuer, int count) throws Exception {
    JWSSigner signer = keys.signer(key);
    ClientProof client = new ClientProof(CLIENT_ID, keys, key, LIFE);
    String nonce = nonce(issuer);
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(unused -> request(issuer, nonce, signer, client))
        .toList();
  }

  /** The server tells it with each answer (RFC 9449, section 8.2). */
  private static String nonce(URI issuer) throws IOException {
    try (KeptConnection connection = new KeptConnection(issuer)) {
      byte[] request = WireRequest.get(URI.create(issuer + "/.well-known/openid-configuration"));
      return connection.send(request).headers().getOrDefault("dpop-nonce", "");
    }
  }

  private byte[] request(URI issuer, String nonce, JWSSigner signer, ClientProof client) {
    URI url = URI.create(issuer + "/token");
    try {
      Map<String, String> form = new HashMap<>(client.fields(issuer));
      form.put("grant_type", "client_credentials");
      form.put("scope", "consent");
      return WireRequest.post(url, Map.of("DPoP", proof(url, nonce, signer)), form);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String proof(URI url, String nonce, JWSSigner signer) throws JOSEException {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .jwtID(UUID.randomUUID().toString())
            .claim("htm", "POST")
            .claim("htu", url.toString())
            .claim("iat", Instant.now().getEpochSecond())
            .claim("nonce", nonce)
            .build();
    JWSHeader header =
        new JWSHeader.Builder(keys.algorithm())
            .type(new JOSEObjectType("dpop+jwt"))
            .jwk(key.toPublicJWK())
            .build();
    SignedJWT jwt = new SignedJWT(header, claims);
    jwt.sign(signer);
    return jwt.serialize();
  }
}
