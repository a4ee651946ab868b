package vn.eid.mock.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What a certificate says about its use: RFC 5280, section 4.2.1. */
final class Extensions {
  private static final int DNS_NAME = 0x82;
  private static final int IP_ADDRESS = 0x87;
  private static final int KEY_IDENTIFIER = 0x80;
  private static final int ALL = 0xa3;

  // The object identifiers 2.5.29.14, .15, .17, .19, .35 and .37, and 1.3.6.1.5.5.7.3.1.
  private static final byte[] SUBJECT_KEY = Der.encoded("0603551d0e");
  private static final byte[] KEY_USAGE = Der.encoded("0603551d0f");
  private static final byte[] OTHER_NAMES = Der.encoded("0603551d11");
  private static final byte[] BASIC_CONSTRAINTS = Der.encoded("0603551d13");
  private static final byte[] AUTHORITY_KEY = Der.encoded("0603551d23");
  private static final byte[] PURPOSES = Der.encoded("0603551d25");
  private static final byte[] SERVER_AUTHENTICATION = Der.encoded("06082b06010505070301");

  // Named bits, without the trailing zeros: keyCertSign is the fifth, digitalSignature the first.
  private static final byte[] SIGNS_CERTIFICATES = Der.encoded("03020204");
  private static final byte[] SIGNS = Der.encoded("03020780");

  private Extensions() {}

  /** An authority that has nobody below it but servers. */
  static byte[] ofAuthority(byte[] keyId) {
    byte[] nobodyBelow = Der.encoded("020100");
    return all(
        critical(BASIC_CONSTRAINTS, Der.sequence(Der.yes(), nobodyBelow)),
        critical(KEY_USAGE, SIGNS_CERTIFICATES),
        extension(SUBJECT_KEY, Der.octets(keyId)));
  }

  /** A server that goes by these names and addresses. */
  static byte[] ofServer(Set<String> hosts, byte[] authorityKeyId) {
    byte[][] names = hosts.stream().map(Extensions::name).toArray(byte[][]::new);
    return all(
        critical(KEY_USAGE, SIGNS),
        extension(PURPOSES, Der.sequence(SERVER_AUTHENTICATION)),
        extension(OTHER_NAMES, Der.sequence(names)),
        extension(AUTHORITY_KEY, Der.sequence(Der.of(KEY_IDENTIFIER, authorityKeyId))));
  }

  private static byte[] name(String host) {
    try {
      return host.contains(":") || host.matches("[0-9.]+")
          ? Der.of(IP_ADDRESS, InetAddress.getByName(host).getAddress())
          : Der.of(DNS_NAME, host.getBytes(StandardCharsets.US_ASCII));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("The host is no address.", e);
    }
  }

  private static byte[] all(byte[]... extensions) {
    return Der.of(ALL, Der.sequence(extensions));
  }

  private static byte[] extension(byte[] id, byte[] value) {
    return Der.sequence(id, Der.octets(value));
  }

  private static byte[] critical(byte[] id, byte[] value) {
    return Der.sequence(id, Der.yes(), Der.octets(value));
  }
}
