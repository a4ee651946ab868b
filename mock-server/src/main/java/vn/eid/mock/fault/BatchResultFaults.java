package vn.eid.mock.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.eid.mock.Fault;
import vn.eid.mock.endpoint.Json;

/** Spoils the results of a batch, as the faults say; the registry keeps the genuine ones. */
final class BatchResultFaults {
  private final Faults faults;

  BatchResultFaults(Faults faults) {
    this.faults = faults;
  }

  /** The lines as they are, or as the faults that are switched on make them. */
  byte[] apply(byte[] lines) {
    return anyIsOn() ? written(changed(read(lines))) : lines;
  }

  // Nothing is read again where nothing is to be changed: batches are large.
  private boolean anyIsOn() {
    for (Fault fault : Fault.values()) {
      if (fault.name().startsWith("BATCH_RESULT_") || fault == Fault.BATCH_REAL_TAX_CODE) {
        if (faults.isOn(fault)) {
          return true;
        }
      }
    }
    return false;
  }

  private List<ObjectNode> changed(List<ObjectNode> rows) {
    changeTaxCode(rows);
    ObjectNode last = rows.get(rows.size() - 1);
    if (faults.fires(Fault.BATCH_RESULT_UNKNOWN)) {
      last.put("result", "postponed");
    }
    if (faults.fires(Fault.BATCH_RESULT_ROW_TWICE)) {
      rows.add(last.deepCopy());
    }
    if (faults.fires(Fault.BATCH_RESULT_CONTRADICTION)) {
      rows.add(contradiction(last));
    }
    if (faults.fires(Fault.BATCH_RESULT_FOREIGN_ROW)) {
      rows.add(notFound("nobody-sent-this-row"));
    }
    if (faults.fires(Fault.BATCH_RESULT_ROW_MISSING)) {
      rows.remove(0);
    }
    return rows;
  }

  private void changeTaxCode(List<ObjectNode> rows) {
    Optional<ObjectNode> linked = rows.stream().filter(row -> row.has("tax_code")).findFirst();
    if (linked.isPresent() && faults.fires(Fault.BATCH_RESULT_OTHER_CITIZEN)) {
      String own = linked.get().get("tax_code").asText();
      linked.get().put("tax_code", own.substring(0, 11) + (own.endsWith("7") ? "8" : "7"));
    }
    if (linked.isPresent() && faults.fires(Fault.BATCH_REAL_TAX_CODE)) {
      // The sex and century digit 9 is that of people who will be born after 2300.
      linked.get().put("tax_code", "001" + "950123456");
    }
  }

  private static ObjectNode contradiction(ObjectNode row) {
    String key = row.get("row_key").asText();
    boolean isNotFound = row.get("result").asText().equals("not_found");
    ObjectNode other = notFound(key);
    return isNotFound
        ? other.put("result", "under_review").put("case_number", "TX-2026-999999")
        : other;
  }

  private static ObjectNode notFound(String key) {
    return Json.mapper().createObjectNode().put("row_key", key).put("result", "not_found");
  }

  private static List<ObjectNode> read(byte[] lines) {
    List<ObjectNode> rows = new ArrayList<>();
    new String(lines, StandardCharsets.UTF_8)
        .lines()
        .forEach(line -> rows.add((ObjectNode) Json.object(line.getBytes(StandardCharsets.UTF_8))));
    return rows;
  }

  private static byte[] written(List<ObjectNode> rows) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (ObjectNode row : rows) {
      lines.writeBytes(Json.bytes(row));
      lines.write('\n');
    }
    return lines.toByteArray();
  }
}
