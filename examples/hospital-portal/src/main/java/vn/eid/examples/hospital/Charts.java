package vn.eid.examples.hospital;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;
import vn.eid.fhir.FhirRecords;
import vn.eid.fhir.PatientSummary;
import vn.eid.fhir.SummaryPart;
import vn.eid.records.HealthData;

/** Lays out what the archive has of a patient. */
@Component
class Charts {
  private final Rows rows;
  private final FhirWords words;

  Charts(Rows rows, Times times) {
    this.rows = rows;
    this.words = new FhirWords(times);
  }

  /**
   * Lays out these, in their order. A summary that did not come is an empty table: what was
   * withheld, the shortfall says.
   */
  Chart of(List<Archive.Drawer> drawers) {
    Optional<Chart.Person> person = Optional.empty();
    List<Chart.Section> sections = new ArrayList<>();
    Map<String, Shortfall> missing = new LinkedHashMap<>();
    for (Archive.Drawer drawer : drawers) {
      missing.put(drawer.dataSet().name(), drawer.shortfall());
      if (drawer.dataSet().equals(HealthData.PATIENT_SUMMARY) && !drawer.records().isEmpty()) {
        PatientSummary summary = PatientSummary.of(drawer.records().get(0));
        person = Optional.of(person(summary.patient()));
        sections(summary).forEach(sections::add);
      } else {
        sections.add(section(drawer));
      }
    }
    return new Chart(person, sections, missing);
  }

  private Stream<Chart.Section> sections(PatientSummary summary) {
    return Stream.of(
            SummaryPart.ALLERGIES,
            SummaryPart.PROBLEMS,
            SummaryPart.MEDICATIONS,
            SummaryPart.IMMUNIZATIONS,
            SummaryPart.RESULTS)
        .map(part -> section(summary, part));
  }

  /** An empty section is not "nothing": only one reason of several says that. */
  private Chart.Section section(PatientSummary summary, SummaryPart part) {
    return new Chart.Section(
        "part." + part,
        summary.section(part).stream()
            .flatMap(section -> section.entries().stream())
            .map(rows::of)
            .toList(),
        "empty." + summary.emptyReason(part).map(Enum::name).orElse("OTHER"));
  }

  private Chart.Section section(Archive.Drawer drawer) {
    List<Row> newestFirst =
        new ArrayList<>(drawer.records().stream().map(FhirRecords::parse).map(rows::of).toList());
    Collections.reverse(newestFirst);
    return new Chart.Section("data." + drawer.dataSet().name(), newestFirst, "empty.HERE");
  }

  private Chart.Person person(Patient patient) {
    return new Chart.Person(
        patient.getNameFirstRep().getText(),
        words.date(patient.getBirthDateElement()),
        "gender." + (patient.hasGender() ? patient.getGender().toCode() : "unknown"));
  }
}
