package vn.eid.benchmarks.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes who has a day for it: a token, a DPoP proof on each request, and no thought
 * of what may go wrong.
 */
final class HandWrittenClient {
  private static final MediaType NDJSON = MediaType.get("application/x-ndjson");
  private static final Duration RENEWED_AFTER = Duration.ofMinutes(4);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final OkHttpClient http = new OkHttpClient();
  private final Job job;
  private final ECKey clientKey;
  private final ECKey proofKey;
  private volatile @Nullable String nonce;
  private String token = "";
  private Instant tokenFrom = Instant.MIN;

  HandWrittenClient(Job job) throws IOException, ParseException, JOSEException {
    this.job = job;
    this.clientKey = ECKey.parse(job.keyText());
    this.proofKey = new ECKeyGenerator(Curve.P_256).generate();
  }

  /** The answer to one batch, a line for each row. */
  byte[] send(byte[] rows) throws IOException, JOSEException, InterruptedException {
    String batches = job.issuer() + "/tax/v1/batches";
    String idempotencyKey = UUID.randomUUID().toString();
    while (true) {
      Request.Builder post =
          new Request.Builder()
              .url(batches)
              .header("Idempotency-Key", idempotencyKey)
              .post(RequestBody.create(rows, NDJSON));
      try (Response response = http.newCall(proven(post, "POST", batches)).execute()) {
        remember(response);
        if (response.code() == 200) {
          return response.body().bytes();
        }
        pause(response);
      }
    }
  }

  /** For a limit, a slow batch, or a nonce: the same again, after the time that is asked for. */
  private static void pause(Response response) throws IOException, InterruptedException {
    int code = response.code();
    if (code != 202 && code != 401 && code != 429) {
      throw new IOException("The server answered " + code + ".");
    }
    Thread.sleep(1000L * Integer.parseInt(response.header("Retry-After", "0")));
  }

  private Request proven(Request.Builder request, String method, String url)
      throws IOException, JOSEException {
    String current = token();
    return request
        .header("Authorization", "DPoP " + current)
        .header("DPoP", proof(method, url, current))
        .build();
  }

  private synchronized String token() throws IOException, JOSEException {
    while (Instant.now().isAfter(tokenFrom.plus(RENEWED_AFTER))) {
      String url = job.issuer() + "/token";
      Request request =
          new Request.Builder()
              .url(url)
              .header("DPoP", proof("POST", url, null))
              .post(tokenForm())
              .build();
      try (Response response = http.newCall(request).execute()) {
        remember(response);
        JsonNode answer = JSON.readTree(response.body().bytes());
        if (response.isSuccessful()) {
          token = answer.path("access_token").asText();
          tokenFrom = Instant.now();
        } else if (!answer.path("error").asText().equals("use_dpop_nonce")) {
          throw new IOException("No token: " + answer.path("error").asText());
        }
      }
    }
    return token;
  }

  private FormBody tokenForm() throws JOSEException {
    return new FormBody.Builder()
        .add("grant_type", "client_credentials")
        .add("scope", "tax_link")
        .add("client_id", job.clientId())
        .add("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
        .add("client_assertion", assertion())
        .build();
  }

  private String assertion() throws JOSEException {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(job.clientId())
            .subject(job.clientId())
            .claim("aud", job.issuer().toString())
            .jwtID(UUID.randomUUID().toString())
            .claim("exp", Instant.now().getEpochSecond() + 60)
            .build();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(clientKey.getKeyID()).build();
    return signed(header, claims, clientKey);
  }

  private String proof(String method, String url, @Nullable String accessToken)
      throws JOSEException {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .jwtID(UUID.randomUUID().toString())
            .claim("htm", method)
            .claim("htu", url)
            .claim("iat", Instant.now().getEpochSecond());
    String latest = nonce;
    if (latest != null) {
      claims.claim("nonce", latest);
    }
    if (accessToken != null) {
      claims.claim("ath", sha256(accessToken));
    }
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType("dpop+jwt"))
            .jwk(proofKey.toPublicJWK())
            .build();
    return signed(header, claims.build(), proofKey);
  }

  private static String signed(JWSHeader header, JWTClaimsSet claims, ECKey key)
      throws JOSEException {
    SignedJWT jwt = new SignedJWT(header, claims);
    jwt.sign(new ECDSASigner(key));
    return jwt.serialize();
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64URL.encode(digest.digest(text.getBytes(StandardCharsets.US_ASCII))).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void remember(Response response) {
    String latest = response.header("DPoP-Nonce");
    if (latest != null) {
      nonce = latest;
    }
  }
}
