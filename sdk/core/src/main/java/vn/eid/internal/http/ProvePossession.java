package vn.eid.internal.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import vn.eid.internal.jose.Hashes;

/**
 * Adds a DPoP proof (RFC 9449, section 4.2), new for each attempt, and keeps the server's nonce.
 */
final class ProvePossession implements Interceptor {
  private final Clock clock;
  private final DpopNonces nonces = new DpopNonces();

  ProvePossession(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    @Nullable Proof proof = request.tag(Proof.class);
    Response response = chain.proceed(proof == null ? request : proven(request, proof));
    nonces.remember(request.url(), response);
    return response;
  }

  private Request proven(Request request, Proof proof) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("htm", request.method());
    claims.put("htu", request.url().newBuilder().query(null).fragment(null).build().toString());
    claims.put("iat", clock.instant().getEpochSecond());
    nonces.of(request.url()).ifPresent(nonce -> claims.put("nonce", nonce));
    Request.Builder proven = request.newBuilder();
    if (proof.accessToken() != null) {
      claims.put("ath", Hashes.sha256(proof.accessToken().getBytes(StandardCharsets.US_ASCII)));
      proven.header("Authorization", "DPoP " + proof.accessToken());
    }
    return proven.header("DPoP", proof.key().signWithEmbeddedKey("dpop+jwt", claims)).build();
  }
}
