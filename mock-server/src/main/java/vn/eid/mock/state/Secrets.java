package vn.eid.mock.state;

import java.security.SecureRandom;
import java.util.Base64;

/** Names that nobody can guess. */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** 256 random bits, safe in a URL: RFC 6749, section 10.10, asks for 128 at least. */
  public static String random() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
  }

  static byte[] bytes() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
