package vn.eid.internal.jose;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import vn.eid.internal.json.Fields;

/**
 * A compact JWS taken apart (RFC 7515, section 3.1), once and here alone, so that what is read is
 * what was signed. Nothing of it is verified yet.
 */
final class SignedParts {
  private final String algorithm;
  private final Optional<String> keyId;
  private final byte[] signed;
  private final byte[] payload;
  private final byte[] signature;

  private SignedParts(Fields header, byte[] signed, byte[] payload, byte[] signature) {
    this.algorithm = header.requiredText("alg");
    this.keyId = header.text("kid");
    this.signed = signed;
    this.payload = payload;
    this.signature = signature;
  }

  /**
   * The parts; empty where there are not three, in base64url, the last with something in it.
   *
   * @param header what the first part says
   */
  static Optional<SignedParts> of(Fields header, String compact) {
    int first = compact.indexOf('.');
    int last = compact.lastIndexOf('.');
    if (CompactForm.parts(compact) != CompactForm.JWS_PARTS || last + 1 == compact.length()) {
      return Optional.empty();
    }
    byte[] text = compact.getBytes(StandardCharsets.US_ASCII);
    try {
      return Optional.of(
          new SignedParts(
              header,
              Arrays.copyOf(text, last),
              decoded(text, first + 1, last),
              decoded(text, last + 1, text.length)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] decoded(byte[] text, int from, int to) {
    return Base64.getUrlDecoder().decode(Arrays.copyOfRange(text, from, to));
  }

  String algorithm() {
    return algorithm;
  }

  Optional<String> keyId() {
    return keyId;
  }

  /** What the signature covers: the bytes as they came. */
  byte[] signed() {
    return signed;
  }

  byte[] payload() {
    return payload;
  }

  byte[] signature() {
    return signature;
  }
}
