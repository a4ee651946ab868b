package vn.eid.mock.endpoint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jose4j.jwk.JsonWebKey;

/** The SHA-256 hashes that the standards ask for, in base64url. */
final class Hashes {
  private Hashes() {}

  /** STANDARD: RFC 7636, section 4.6 (S256), and RFC 9449, section 4.2 (ath). */
  static String sha256(String text) {
    return base64url(digest(text));
  }

  static String sha256(byte[] bytes) {
    return base64url(digest(bytes));
  }

  /** STANDARD: OpenID Connect Core, section 3.1.3.6: the left half (at_hash). */
  static String leftHalf(String text) {
    return base64url(Arrays.copyOf(digest(text), 16));
  }

  /** In hexadecimal, as file tools show it. */
  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes));
  }

  /** STANDARD: RFC 7638. */
  static String thumbprint(JsonWebKey key) {
    return key.calculateBase64urlEncodedThumbprint("SHA-256");
  }

  private static byte[] digest(String text) {
    return digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256.", e);
    }
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
