package vn.eid.mock.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import vn.eid.mock.state.DataSet;

/** Allergies, or the statement that none is known: FHIR R4 AllergyIntolerance. */
final class Allergies {
  private static final List<Concept> KNOWN =
      List.of(
          Concept.of(Concept.SNOMED, "716186003", null).text("Không ghi nhận dị ứng"),
          Concept.of(Concept.SNOMED, "91936005", null).text("Dị ứng penicillin"),
          Concept.of(Concept.SNOMED, "91937001", null).text("Dị ứng hải sản"),
          Concept.of(Concept.SNOMED, "91935009", null).text("Dị ứng lạc (đậu phộng)"));

  private Allergies() {}

  static History history(Chart chart) {
    return History.of(
        chart,
        chart.health().atLeast(DataSet.ALLERGIES),
        of(chart),
        (index, day) -> item(chart.seed("allergy/more/" + index), day));
  }

  static List<Item> of(Chart chart) {
    Seed seed = chart.seed("allergy");
    LocalDate day = chart.atAge(1, seed.with("since").below(700));
    return chart.isRecorded(day) ? List.of(item(seed, day)) : List.of();
  }

  private static Item item(Seed seed, LocalDate day) {
    Concept concept = seed.oneOf(KNOWN);
    String line = concept.text() + ", ghi nhận " + day;
    return new Item(seed.uuid(), day, line, patient -> allergy(seed, concept, line, day, patient));
  }

  private static ObjectNode allergy(
      Seed seed, Concept concept, String line, LocalDate day, ObjectNode patient) {
    ObjectNode allergy = Resource.of("AllergyIntolerance", seed.uuid().toString(), line);
    allergy.set("clinicalStatus", Concept.hl7("allergyintolerance-clinical", "active").node());
    allergy.set(
        "verificationStatus", Concept.hl7("allergyintolerance-verification", "confirmed").node());
    allergy.set("code", concept.node());
    allergy.set("patient", patient);
    allergy.put("recordedDate", day.toString());
    allergy.set("recorder", Resource.named(seed.with("facility").oneOf(Facility.CLINICS)));
    return allergy;
  }
}
