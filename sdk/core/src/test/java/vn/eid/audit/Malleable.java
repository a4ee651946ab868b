package vn.eid.audit;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;

/** An ECDSA signature has a twin, (r, n - s), that anybody can make and that verifies as well. */
final class Malleable {
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private Malleable() {}

  /** The same line with the twin of its signature. */
  static String other(String line) {
    int from = line.lastIndexOf('.') + 1;
    int to = line.lastIndexOf('"');
    byte[] signature = Base64.getUrlDecoder().decode(line.substring(from, to));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
    byte[] twin = ORDER.subtract(s).toByteArray();
    Arrays.fill(signature, 32, 64, (byte) 0);
    int length = Math.min(32, twin.length);
    System.arraycopy(twin, twin.length - length, signature, 64 - length, length);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    return line.substring(0, from) + text + line.substring(to);
  }
}
