package vn.eid.internal.jose;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256, mostly as JOSE writes it: base64url without padding. */
public final class Hashes {
  private Hashes() {}

  public static String sha256(byte[] data) {
    return base64url(digest(data));
  }

  /** As people and command lines write it: lower-case hex. */
  public static String hexOfSha256(byte[] data) {
    return HexFormat.of().formatHex(digest(data));
  }

  /** The left half of the hash ({@code at_hash}, OpenID Connect Core, section 3.1.3.6). */
  public static String leftHalfOfSha256(byte[] data) {
    byte[] digest = digest(data);
    return base64url(Arrays.copyOf(digest, digest.length / 2));
  }

  public static String base64url(byte[] data) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(data);
  }

  private static byte[] digest(byte[] data) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java runtime.", e);
    }
  }
}
