package vn.eid.internal.http;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import vn.eid.internal.jose.Hashes;
import vn.eid.internal.jose.SigningKey;

/** Makes DPoP proofs (RFC 9449, section 4.2), each for one request. */
public final class DpopProofs {
  private final Clock clock;

  public DpopProofs(Clock clock) {
    this.clock = clock;
  }

  /**
   * A new proof.
   *
   * @param nonce the latest of the server, where it has given one
   * @param accessToken that the request carries; null where it carries none
   */
  public String create(
      SigningKey key,
      String method,
      HttpUrl url,
      Optional<String> nonce,
      @Nullable String accessToken) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("htm", method);
    claims.put("htu", url.newBuilder().query(null).fragment(null).build().toString());
    claims.put("iat", clock.instant().getEpochSecond());
    nonce.ifPresent(given -> claims.put("nonce", given));
    if (accessToken != null) {
      claims.put("ath", Hashes.sha256(accessToken.getBytes(StandardCharsets.US_ASCII)));
    }
    return key.signWithEmbeddedKey("dpop+jwt", claims);
  }
}
