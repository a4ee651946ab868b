package vn.eid.internal.oauth;

import java.security.SecureRandom;
import java.util.Locale;
import vn.eid.internal.jose.Hashes;

/** Fresh values that nobody can guess. */
public final class SecretValues {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private SecretValues() {}

  /** 256 random bits, base64url: a state, a nonce, or a PKCE verifier (43 characters, RFC 7636). */
  public static String token() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Hashes.base64url(bytes);
  }

  /** Four digits for a person to compare on two screens. */
  public static String verificationCode() {
    return String.format(Locale.ROOT, "%04d", RANDOM.nextInt(10_000));
  }
}
