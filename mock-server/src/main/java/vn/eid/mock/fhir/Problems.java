package vn.eid.mock.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/** The problem list: FHIR R4 Condition. */
final class Problems {
  private Problems() {}

  static List<Item> of(Chart chart) {
    return Illness.of(chart).stream().map(diagnosis -> item(chart, diagnosis)).toList();
  }

  private static Item item(Chart chart, Illness.Diagnosis diagnosis) {
    UUID id = chart.seed("problem/" + diagnosis.illness()).uuid();
    String line = diagnosis.illness().title() + ", từ " + diagnosis.since();
    return new Item(
        id, diagnosis.since(), line, () -> condition(chart, diagnosis, id.toString(), line));
  }

  private static ObjectNode condition(
      Chart chart, Illness.Diagnosis diagnosis, String id, String line) {
    ObjectNode condition = Resource.of("Condition", id, line);
    condition.set("clinicalStatus", Concept.hl7("condition-clinical", "active").node());
    condition.set("verificationStatus", Concept.hl7("condition-ver-status", "confirmed").node());
    condition
        .putArray("category")
        .add(Concept.hl7("condition-category", "problem-list-item").node());
    condition.set("code", diagnosis.illness().concept().node());
    condition.set("subject", chart.subject());
    condition.put("onsetDateTime", diagnosis.since().toString());
    condition.put("recordedDate", diagnosis.since().toString());
    return condition;
  }
}
