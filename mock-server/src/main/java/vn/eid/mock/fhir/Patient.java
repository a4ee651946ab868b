package vn.eid.mock.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.eid.mock.state.Person;

/** The person as FHIR R4 Patient. */
final class Patient {
  /** The personal identification number is the patient's identifier (VN Core FHIR). */
  private static final String CITIZEN_NUMBER = "http://fhir.hl7.org.vn/core/sid/cccd";

  private Patient() {}

  static ObjectNode of(Chart chart) {
    Person person = chart.person();
    ObjectNode patient = Resource.of("Patient", chart.patientId().toString(), person.name());
    patient.putArray("identifier").add(identifier(person));
    // One text: a Vietnamese name cannot be split into parts by a rule.
    patient.putArray("name").addObject().put("use", "official").put("text", person.name());
    patient.put("gender", person.gender().claim());
    patient.put("birthDate", person.birthDate().text());
    patient
        .putArray("address")
        .addObject()
        .put("text", person.residence().formatted())
        .put("country", "VN");
    return patient;
  }

  private static ObjectNode identifier(Person person) {
    return Resource.object().put("system", CITIZEN_NUMBER).put("value", person.number());
  }
}
