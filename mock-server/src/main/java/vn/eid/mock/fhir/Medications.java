package vn.eid.mock.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.eid.mock.state.DataSet;

/** What the person takes or took: FHIR R4 MedicationStatement. */
final class Medications {
  private Medications() {}

  static History history(Chart chart) {
    Stream<Item> past = Visit.of(chart).stream().map(Visit::medication);
    return History.of(
        chart,
        chart.health().atLeast(DataSet.MEDICATIONS),
        Stream.concat(of(chart).stream(), past).toList(),
        (index, day) -> Visit.more(chart, index, day).medication());
  }

  /** What the person takes now. */
  static List<Item> of(Chart chart) {
    return Illness.of(chart).stream().map(diagnosis -> item(chart, diagnosis)).toList();
  }

  private static Item item(Chart chart, Illness.Diagnosis diagnosis) {
    Seed seed = chart.seed("medication/" + diagnosis.illness());
    Illness illness = diagnosis.illness();
    return new Item(
        seed.uuid(),
        diagnosis.since(),
        illness.dosage(),
        patient -> {
          ObjectNode statement =
              statement(
                  seed, illness.dosage(), "active", illness.drug(), diagnosis.since(), patient);
          statement.putArray("dosage").addObject().put("text", illness.dosage());
          statement.set(
              "informationSource", Resource.named(seed.with("facility").oneOf(Facility.HOSPITALS)));
          return statement;
        });
  }

  /** A MedicationStatement without how much is taken. */
  static ObjectNode statement(
      Seed seed, String line, String status, Concept drug, LocalDate day, ObjectNode patient) {
    ObjectNode statement =
        Resource.of("MedicationStatement", seed.uuid().toString(), line).put("status", status);
    statement.set("medicationCodeableConcept", drug.node());
    statement.set("subject", patient);
    statement.putObject("effectivePeriod").put("start", day.toString());
    return statement;
  }
}
