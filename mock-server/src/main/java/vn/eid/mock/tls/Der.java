package vn.eid.mock.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/** What certificates are written in: ITU-T X.690, as far as RFC 5280 needs it here. */
public final class Der {
  private static final int BOOLEAN = 0x01;
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int OCTET_STRING = 0x04;
  private static final int UTF8_STRING = 0x0c;
  private static final int UTC_TIME = 0x17;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;

  private Der() {}

  public static byte[] sequence(byte[]... parts) {
    return of(SEQUENCE, parts);
  }

  public static byte[] set(byte[]... parts) {
    return of(SET, parts);
  }

  public static byte[] integer(BigInteger number) {
    return of(INTEGER, number.toByteArray());
  }

  /** Bits that fill whole bytes. */
  public static byte[] bits(byte[] bytes) {
    return of(BIT_STRING, new byte[1], bytes);
  }

  static byte[] octets(byte[] bytes) {
    return of(OCTET_STRING, bytes);
  }

  static byte[] yes() {
    return of(BOOLEAN, new byte[] {(byte) 0xff});
  }

  public static byte[] text(String text) {
    return of(UTF8_STRING, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A time as {@code yyMMddHHmmssZ}, for the years up to 2049. */
  public static byte[] time(String utc) {
    return of(UTC_TIME, utc.getBytes(StandardCharsets.US_ASCII));
  }

  /** What somebody else has encoded, such as an object identifier. */
  public static byte[] encoded(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  /** Anything under its tag. */
  static byte[] of(int tag, byte[]... parts) {
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

  /** A certificate as text: RFC 7468, section 5. */
  public static String pem(byte[] certificate) {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
        + "\n-----END CERTIFICATE-----\n";
  }
}
