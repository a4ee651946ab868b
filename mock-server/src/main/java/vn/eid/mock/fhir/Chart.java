package vn.eid.mock.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.UUID;
import vn.eid.mock.state.HealthRecord;
import vn.eid.mock.state.Person;

/**
 * One person's chart, from which the parts of the record are made: all that was ever written into
 * it, whatever the day. {@link History} leaves out what is later than today.
 */
record Chart(Person person, HealthRecord health) {
  /** The record's last day: what the mock's clock brings later is not written down any more. */
  static final LocalDate RECORDED_UNTIL = LocalDate.of(2026, 6, 30);

  Seed seed(String part) {
    return new Seed(person.number()).with(part);
  }

  /** The last day on which the person can have been born: nothing in the record is earlier. */
  LocalDate birth() {
    return person.birthDate().lastDay();
  }

  UUID patientId() {
    return seed("patient").uuid();
  }

  /** The day after so many years and days of life. */
  LocalDate atAge(int years, int days) {
    return birth().plusYears(years).plusDays(days);
  }

  boolean isRecorded(LocalDate day) {
    return !day.isBefore(birth()) && !day.isAfter(RECORDED_UNTIL);
  }

  /** Names the patient inside a document. */
  ObjectNode patientInDocument() {
    return Resource.reference("urn:uuid:" + patientId());
  }

  /** Names the patient in a search: by the same id in each. */
  ObjectNode patientOfServer() {
    return Resource.reference("Patient/" + patientId());
  }
}
