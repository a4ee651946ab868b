package vn.eid.internal.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.SigningKey;

/**
 * Client authentication by {@code private_key_jwt} (RFC 7523, section 3). The audience is the
 * issuer alone, as one string (FAPI 2.0 Security Profile, section 5.3.3.1).
 */
public final class ClientAssertions {
  private static final Duration LIFETIME = Duration.ofMinutes(1);
  private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final String clientId;
  private final String issuer;
  private final SigningKey key;
  private final Clock clock;

  public ClientAssertions(String clientId, String issuer, SigningKey key, Clock clock) {
    this.clientId = clientId;
    this.issuer = issuer;
    this.key = key;
    this.clock = clock;
  }

  /**
   * The form parameters of one authentication.
   *
   * @param probed in place of the issuer, in a diagnosis; null everywhere else
   */
  public Map<String, String> create(Operation operation, @Nullable String probed) {
    Instant now = clock.instant();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", clientId);
    claims.put("sub", clientId);
    claims.put("aud", probed == null ? issuer : probed);
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(LIFETIME).getEpochSecond());
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", clientId);
    form.put("client_assertion_type", TYPE);
    form.put("client_assertion", key.sign(operation, claims));
    return form;
  }
}
