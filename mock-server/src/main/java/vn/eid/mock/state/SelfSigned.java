package vn.eid.mock.state;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A certificate that vouches for itself: RFC 5280, section 4.1, in DER by hand, because the JDK can
 * read certificates but not make them.
 */
final class SelfSigned {
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int UTF8_STRING = 0x0c;
  private static final int UTC_TIME = 0x17;

  // The object identifiers 1.2.840.10045.4.3.2 and 2.5.4.3.
  private static final byte[] ECDSA_WITH_SHA256 =
      HexFormat.of().parseHex("300a06082a8648ce3d040302");
  private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");

  private SelfSigned() {}

  /** The certificate in PEM (RFC 7468), good until 2049. */
  static String certificate(SigningKey key) {
    byte[] toBeSigned = toBeSigned(key);
    byte[] certificate =
        der(
            SEQUENCE,
            toBeSigned,
            ECDSA_WITH_SHA256,
            der(BIT_STRING, new byte[1], key.signDer(toBeSigned)));
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
        + "\n-----END CERTIFICATE-----\n";
  }

  private static byte[] toBeSigned(SigningKey key) {
    byte[] name = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, text(UTF8_STRING, key.kid()))));
    return der(
        SEQUENCE,
        der(INTEGER, BigInteger.ONE.toByteArray()),
        ECDSA_WITH_SHA256,
        name,
        der(SEQUENCE, text(UTC_TIME, "200101000000Z"), text(UTC_TIME, "491231235959Z")),
        name,
        key.publicKey().getKey().getEncoded());
  }

  private static byte[] text(int tag, String text) {
    return der(tag, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(tag);
    whole.writeBytes(length(content.size()));
    whole.writeBytes(content.toByteArray());
    return whole.toByteArray();
  }

  // In as few bytes as it can be: up to 127 in one, otherwise after a byte that says in how many.
  private static byte[] length(int length) {
    if (length < 0x80) {
      return new byte[] {(byte) length};
    }
    return length < 0x100
        ? new byte[] {(byte) 0x81, (byte) length}
        : new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length};
  }
}
