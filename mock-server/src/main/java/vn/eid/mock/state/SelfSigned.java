package vn.eid.mock.state;

import java.math.BigInteger;
import vn.eid.mock.tls.Der;

/**
 * A certificate that vouches for itself: RFC 5280, section 4.1, in DER by hand, because the JDK can
 * read certificates but not make them.
 */
final class SelfSigned {
  // The object identifiers 1.2.840.10045.4.3.2 and 2.5.4.3.
  private static final byte[] ECDSA_WITH_SHA256 = Der.encoded("300a06082a8648ce3d040302");
  private static final byte[] COMMON_NAME = Der.encoded("0603550403");

  private SelfSigned() {}

  /** The certificate in PEM (RFC 7468), good until 2049. */
  static String certificate(SigningKey key) {
    byte[] toBeSigned = toBeSigned(key);
    return Der.pem(Der.sequence(toBeSigned, ECDSA_WITH_SHA256, Der.bits(key.signDer(toBeSigned))));
  }

  private static byte[] toBeSigned(SigningKey key) {
    byte[] name = Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.text(key.kid()))));
    return Der.sequence(
        Der.integer(BigInteger.ONE),
        ECDSA_WITH_SHA256,
        name,
        Der.sequence(Der.time("200101000000Z"), Der.time("491231235959Z")),
        name,
        key.publicKey().getKey().getEncoded());
  }
}
