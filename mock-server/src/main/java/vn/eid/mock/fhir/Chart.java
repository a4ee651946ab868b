package vn.eid.mock.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import vn.eid.mock.state.Person;

/**
 * One person's chart, from which the parts of the record are made.
 *
 * @param today nothing in the record is later
 */
record Chart(Person person, LocalDate today) {

  Seed seed(String part) {
    return new Seed(person.number()).with(part);
  }

  /** The last day on which the person can have been born: nothing in the record is earlier. */
  LocalDate birth() {
    return person.birthDate().lastDay();
  }

  String patientUrl() {
    return "urn:uuid:" + seed("patient").uuid();
  }

  ObjectNode subject() {
    return Resource.reference(patientUrl());
  }

  /** The day after so many years and days of life. */
  LocalDate atAge(int years, int days) {
    return birth().plusYears(years).plusDays(days);
  }

  boolean isRecorded(LocalDate day) {
    return !day.isAfter(today) && !day.isAfter(Vaccinations.RECORDED_UNTIL);
  }
}
