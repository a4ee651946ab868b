package vn.eid.mock.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/** What the person takes: FHIR R4 MedicationStatement. */
final class Medications {
  private Medications() {}

  static List<Item> of(Chart chart) {
    return Illness.of(chart).stream().map(diagnosis -> item(chart, diagnosis)).toList();
  }

  private static Item item(Chart chart, Illness.Diagnosis diagnosis) {
    UUID id = chart.seed("medication/" + diagnosis.illness()).uuid();
    String line = diagnosis.illness().dosage();
    return new Item(id, diagnosis.since(), line, () -> statement(chart, diagnosis, id.toString()));
  }

  private static ObjectNode statement(Chart chart, Illness.Diagnosis diagnosis, String id) {
    ObjectNode statement =
        Resource.of("MedicationStatement", id, diagnosis.illness().dosage())
            .put("status", "active");
    statement.set("medicationCodeableConcept", diagnosis.illness().drug().node());
    statement.set("subject", chart.subject());
    statement.putObject("effectivePeriod").put("start", diagnosis.since().toString());
    statement.putArray("dosage").addObject().put("text", diagnosis.illness().dosage());
    return statement;
  }
}
