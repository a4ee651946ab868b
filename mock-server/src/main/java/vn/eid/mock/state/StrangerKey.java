package vn.eid.mock.state;

import java.util.List;
import java.util.Map;

/**
 * A key that belongs to nobody here: forged id tokens are signed by it, and point to where it is
 * served.
 */
public final class StrangerKey {
  /** Where a forged header's {@code jku} points: RFC 7515, section 4.1.2. */
  public static final String JWKS_PATH = "/stranger/jwks";

  /** Where a forged header's {@code x5u} points: RFC 7515, section 4.1.5. */
  public static final String CERTIFICATE_PATH = "/stranger/certificate";

  private final SigningKey key =
      SigningKey.generate("stranger-" + Secrets.random().substring(0, 8));

  public SigningKey key() {
    return key;
  }

  /** The stranger's key set, in which the key has the id of somebody else's. */
  public Map<String, Object> jwksAs(String kid) {
    Map<String, Object> jwk = key.publicJwk();
    jwk.put("kid", kid);
    return Map.of("keys", List.of(jwk));
  }

  /** A certificate of the key by itself, in PEM. */
  public String certificate() {
    return SelfSigned.certificate(key);
  }
}
