package vn.eid.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Our mock server. Its client proves itself and its key in each request for a token. */
final class EidMockServer implements MockContender {
  private static final String CLIENT_ID = "demo-client";

  private final String label;
  private final TokenKeys keys;
  private final JWK key;
  private final Path publicKeys;

  EidMockServer(String label, TokenKeys keys) throws JOSEException, IOException {
    this.label = label;
    this.keys = keys;
    this.key = keys.generate();
    this.publicKeys = Files.createTempFile("eid-benchmark", ".jwks");
    publicKeys.toFile().deleteOnExit();
    Files.writeString(publicKeys, new JWKSet(key.toPublicJWK()).toString());
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public MockProcess start() throws IOException, InterruptedException {
    int port = MockProcess.freePort();
    return MockProcess.start(
        List.of(
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
            "-cp",
            ChildJvm.classPath(),
            MockProgram.class.getName(),
            Integer.toString(port),
            publicKeys.toString()),
        Map.of(),
        URI.create("http://127.0.0.1:" + port));
  }

  @Override
  public List<Request> requests(MockProcess process, int count) throws Exception {
    JWSSigner signer = keys.signer(key);
    String nonce = nonce(process.issuer());
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(unused -> request(process.issuer(), nonce, signer))
        .toList();
  }

  /** The server tells it with each answer (RFC 9449, section 8.2). */
  private static String nonce(URI issuer) throws IOException {
    Request metadata =
        new Request.Builder().url(issuer + "/.well-known/openid-configuration").build();
    try (Response response = new OkHttpClient().newCall(metadata).execute()) {
      return response.header("DPoP-Nonce", "");
    }
  }

  private Request request(URI issuer, String nonce, JWSSigner signer) {
    String url = issuer + "/token";
    return new Request.Builder()
        .url(url)
        .header("DPoP", proof(url, nonce, signer))
        .post(
            new FormBody.Builder()
                .add("grant_type", "client_credentials")
                .add("scope", "consent")
                .add("client_id", CLIENT_ID)
                .add(
                    "client_assertion_type",
                    "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .add("client_assertion", assertion(issuer, signer))
                .build())
        .build();
  }

  private String assertion(URI issuer, JWSSigner signer) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(CLIENT_ID)
            .subject(CLIENT_ID)
            .claim("aud", issuer.toString())
            .jwtID(UUID.randomUUID().toString())
            .claim("exp", Instant.now().getEpochSecond() + 120)
            .build();
    JWSHeader header = new JWSHeader.Builder(keys.algorithm()).keyID(key.getKeyID()).build();
    return signed(header, claims, signer);
  }

  private String proof(String url, String nonce, JWSSigner signer) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .jwtID(UUID.randomUUID().toString())
            .claim("htm", "POST")
            .claim("htu", url)
            .claim("iat", Instant.now().getEpochSecond())
            .claim("nonce", nonce)
            .build();
    JWSHeader header =
        new JWSHeader.Builder(keys.algorithm())
            .type(new JOSEObjectType("dpop+jwt"))
            .jwk(key.toPublicJWK())
            .build();
    return signed(header, claims, signer);
  }

  private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
    try {
      SignedJWT jwt = new SignedJWT(header, claims);
      jwt.sign(signer);
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
