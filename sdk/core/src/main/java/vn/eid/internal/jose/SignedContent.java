package vn.eid.internal.jose;

import java.util.Map;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;
import vn.eid.internal.json.Json;

/**
 * What a verified signature covers, the protected header and the payload, and the public key that
 * verified it. Prints nothing of them.
 */
public final class SignedContent {
  private final Fields header;
  private final byte[] payload;
  private final Map<String, Object> key;

  SignedContent(Fields header, byte[] payload, Map<String, Object> key) {
    this.header = header;
    this.payload = payload;
    this.key = key;
  }

  public Fields header() {
    return header;
  }

  public byte[] payload() {
    return payload;
  }

  /** The payload as claims. */
  public Fields claims(Operation operation, String what) {
    return Json.object(operation, what, payload);
  }

  /** The members of the public key (RFC 7517), and nothing of the key set around it. */
  public Map<String, Object> key() {
    return key;
  }
}
