package vn.eid.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.eid.mock.endpoint.Json;

/** Rows that an employer sends to the tax registry in bulk. */
final class Batch {
  static final String PATH = "/tax/v1/batches";
  static final String TYPE = "application/x-ndjson";

  private final List<Map<String, Object>> rows = new ArrayList<>();

  static Map<String, Object> row(String key, String number, String name, String birthDate) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("row_key", key);
    row.put("citizen_id", number);
    row.put("full_name", name);
    row.put("birth_date", birthDate);
    return row;
  }

  static Map<String, Object> row(String key, PayrollRow person) {
    Map<String, Object> row = row(key, person.citizenId(), person.fullName(), person.birthDate());
    if (!person.oldTaxCodes().isEmpty()) {
      row.put("old_tax_codes", person.oldTaxCodes());
    }
    return row;
  }

  static Map<String, Object> ordinary(String key) {
    return row(key, RecipientTest.ORDINARY, "Nguyễn Văn An", "1985-03-12");
  }

  Batch with(Map<String, Object> row) {
    rows.add(row);
    return this;
  }

  /** The batch as NDJSON. */
  String lines() {
    StringBuilder lines = new StringBuilder();
    for (Map<String, Object> row : rows) {
      lines.append(new String(Json.bytes(row), StandardCharsets.UTF_8)).append('\n');
    }
    return lines.toString();
  }

  Answer send(Recipient recipient) {
    return send(recipient, UUID.randomUUID().toString());
  }

  Answer send(Recipient recipient, String key) {
    return send(recipient, key, lines());
  }

  static Answer send(Recipient recipient, String key, String lines) {
    return recipient.post(PATH, "tax_link", lines, TYPE, Map.of("Idempotency-Key", key));
  }

  static Answer results(Recipient recipient, String id) {
    return recipient.get(PATH + "/" + id + "/results", recipient.client.scopeToken("tax_link"));
  }

  /** The result lines, each under its row key. */
  static JsonNode results(Answer answer) {
    ObjectNode results = Json.mapper().createObjectNode();
    for (String line : answer.isOk().body().split("\n", -1)) {
      if (!line.isEmpty()) {
        JsonNode result = Json.object(line.getBytes(StandardCharsets.UTF_8));
        if (results.replace(result.path("row_key").asText(), result) != null) {
          throw new AssertionError("two results of one row: " + line);
        }
      }
    }
    return results;
  }
}
