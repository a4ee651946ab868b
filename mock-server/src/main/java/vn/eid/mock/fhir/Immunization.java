package vn.eid.mock.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One dose as FHIR R4 Immunization. */
final class Immunization {
  private Immunization() {}

  static Item item(Dose dose) {
    return new Item(dose.id(), dose.day(), line(dose), patient -> of(dose, patient));
  }

  private static ObjectNode of(Dose dose, ObjectNode patient) {
    ObjectNode immunization =
        Resource.of("Immunization", dose.id().toString(), line(dose)).put("status", "completed");
    immunization.set("vaccineCode", dose.vaccine().concept().node());
    immunization.set("patient", patient);
    immunization.put("occurrenceDateTime", dose.day().toString());
    immunization.put("primarySource", true);
    immunization.put("lotNumber", dose.lot());
    immunization
        .putArray("performer")
        .addObject()
        .putObject("actor")
        .put("display", dose.facility());
    immunization
        .putArray("protocolApplied")
        .addObject()
        .put("doseNumberPositiveInt", dose.number());
    return immunization;
  }

  private static String line(Dose dose) {
    return dose.vaccine().title() + ", mũi " + dose.number() + ", " + dose.day();
  }
}
