package vn.eid.population;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.eid.internal.jose.Hashes;
import vn.eid.internal.json.Json;

/** A check as it is sent, byte by byte: the receipt names the hash of just these. */
final class CheckRequest {
  private final byte[] body;
  private final String hash;
  private final List<Map<String, Object>> statements;
  private final Map<String, Object> audit;

  CheckRequest(PersonCheck check, AuditContext context) {
    this.statements = check.statementsWire();
    this.audit = context.wire();
    Map<String, Object> wire = new LinkedHashMap<>(check.wire());
    wire.put("audit", audit);
    this.body = Json.bytes(wire);
    this.hash = Hashes.sha256(body);
  }

  byte[] body() {
    return body;
  }

  /** One for each request there ever is, because a part of the request is random. */
  String hash() {
    return hash;
  }

  List<Map<String, Object>> statements() {
    return statements;
  }

  Map<String, Object> audit() {
    return audit;
  }
}
