package vn.eid.mock.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Allergies, or the statement that none is known: FHIR R4 AllergyIntolerance. */
final class Allergies {
  private static final List<Concept> KNOWN =
      List.of(
          Concept.of(Concept.SNOMED, "716186003", null).text("Không ghi nhận dị ứng"),
          Concept.of(Concept.SNOMED, "91936005", null).text("Dị ứng penicillin"),
          Concept.of(Concept.SNOMED, "91937001", null).text("Dị ứng hải sản"),
          Concept.of(Concept.SNOMED, "91935009", null).text("Dị ứng lạc (đậu phộng)"));

  private Allergies() {}

  static List<Item> of(Chart chart) {
    Seed seed = chart.seed("allergy");
    LocalDate day = chart.atAge(1, seed.with("since").below(700));
    if (!chart.isRecorded(day)) {
      return List.of();
    }
    Concept concept = seed.oneOf(KNOWN);
    UUID id = seed.uuid();
    String line = concept.text() + ", ghi nhận " + day;
    return List.of(
        new Item(id, day, line, () -> allergy(chart, concept, id.toString(), line, day)));
  }

  private static ObjectNode allergy(
      Chart chart, Concept concept, String id, String line, LocalDate day) {
    ObjectNode allergy = Resource.of("AllergyIntolerance", id, line);
    allergy.set("clinicalStatus", Concept.hl7("allergyintolerance-clinical", "active").node());
    allergy.set(
        "verificationStatus", Concept.hl7("allergyintolerance-verification", "confirmed").node());
    allergy.set("code", concept.node());
    allergy.set("patient", chart.subject());
    allergy.put("recordedDate", day.toString());
    return allergy;
  }
}
