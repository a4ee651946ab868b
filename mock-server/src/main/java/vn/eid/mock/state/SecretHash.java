package vn.eid.mock.state;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 with a key that is made at start: stable for one server, unguessable outside. */
public final class SecretHash {
  private final SecretKeySpec key = new SecretKeySpec(Secrets.bytes(), "HmacSHA256");

  /** The hash in base64url. */
  public String of(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HMAC-SHA-256.", e);
    }
  }
}
