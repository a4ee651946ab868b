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
import vn.eid.internal.jose.Hashes;
import vn.eid.internal.jose.SigningKey;

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
    WireRequest plan = WireRequest.of(request);
    Response response =
        chain.proceed(plan.possession == null ? request : proven(request, plan, plan.possession));
    nonces.remember(plan.url, response);
    return response;
  }

  private Request proven(Request request, WireRequest plan, SigningKey key) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("htm", request.method());
    claims.put("htu", plan.url.newBuilder().query(null).fragment(null).build().toString());
    claims.put("iat", clock.instant().getEpochSecond());
    nonces.of(plan.url).ifPresent(nonce -> claims.put("nonce", nonce));
    Request.Builder proven = request.newBuilder();
    if (plan.accessToken != null) {
      claims.put("ath", Hashes.sha256(plan.accessToken.getBytes(StandardCharsets.US_ASCII)));
      proven.header("Authorization", "DPoP " + plan.accessToken);
    }
    return proven.header("DPoP", key.signWithEmbeddedKey("dpop+jwt", claims)).build();
  }
}
