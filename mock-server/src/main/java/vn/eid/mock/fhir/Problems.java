package vn.eid.mock.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.eid.mock.state.DataSet;

/** What the person has or had: FHIR R4 Condition. */
final class Problems {
  private Problems() {}

  static History history(Chart chart) {
    Stream<Item> past = Visit.of(chart).stream().map(Visit::condition);
    return History.of(
        chart,
        chart.health().atLeast(DataSet.CONDITIONS),
        Stream.concat(of(chart).stream(), past).toList(),
        (index, day) -> Visit.more(chart, index, day).condition());
  }

  /** The problem list: what the person has now. */
  static List<Item> of(Chart chart) {
    return Illness.of(chart).stream().map(diagnosis -> item(chart, diagnosis)).toList();
  }

  private static Item item(Chart chart, Illness.Diagnosis diagnosis) {
    Seed seed = chart.seed("problem/" + diagnosis.illness());
    LocalDate since = diagnosis.since();
    String line = diagnosis.illness().title() + ", từ " + since;
    return new Item(
        seed.uuid(),
        since,
        line,
        patient -> {
          ObjectNode problem = condition(seed, line, "active", "problem-list-item", since, patient);
          problem.set("code", diagnosis.illness().concept().node());
          problem.set("recorder", Resource.named(seed.with("facility").oneOf(Facility.HOSPITALS)));
          return problem;
        });
  }

  /** A Condition without what the illness is. */
  static ObjectNode condition(
      Seed seed, String line, String status, String category, LocalDate day, ObjectNode patient) {
    ObjectNode condition = Resource.of("Condition", seed.uuid().toString(), line);
    condition.set("clinicalStatus", Concept.hl7("condition-clinical", status).node());
    condition.set("verificationStatus", Concept.hl7("condition-ver-status", "confirmed").node());
    condition.putArray("category").add(Concept.hl7("condition-category", category).node());
    condition.set("subject", patient);
    condition.put("onsetDateTime", day.toString());
    condition.put("recordedDate", day.toString());
    return condition;
  }
}
