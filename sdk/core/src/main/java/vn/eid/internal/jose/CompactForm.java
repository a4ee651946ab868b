package vn.eid.internal.jose;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;
import vn.eid.internal.json.Json;

/** Base64url parts with dots between (RFC 7515, section 3.1; RFC 7516, section 3.1). */
final class CompactForm {
  static final int JWS_PARTS = 3;
  static final int JWE_PARTS = 5;

  private CompactForm() {}

  /** How many parts a text has. */
  static int parts(String text) {
    int parts = 1;
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
      parts++;
    }
    return parts;
  }

  /** The first part, read by the SDK's own strict reader; empty where it is not base64url. */
  static Optional<Fields> header(Operation operation, String what, String text) {
    int dot = text.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      byte[] header = text.substring(0, dot).getBytes(StandardCharsets.US_ASCII);
      byte[] json = Base64.getUrlDecoder().decode(header);
      return Optional.of(Json.object(operation, what + "'s header", json));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
