package vn.eid.examples.hospital;

import static vn.eid.examples.hospital.FhirWords.text;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/** What was found and done: laboratory, imaging, vaccinations. */
final class FindingRows {
  private final FhirWords words;
  private final Phrases phrases;
  private final ResultRows results;

  FindingRows(FhirWords words, Phrases phrases) {
    this.words = words;
    this.phrases = phrases;
    this.results = new ResultRows(words, phrases);
  }

  Optional<Row> of(Resource record) {
    if (record instanceof Observation result) {
      return Optional.of(results.of(result));
    } else if (record instanceof DiagnosticReport report) {
      return Optional.of(report(report));
    }
    return record instanceof Immunization vaccination
        ? Optional.of(vaccination(vaccination))
        : Optional.empty();
  }

  private Row report(DiagnosticReport report) {
    return Row.of(
        report,
        words.date(report.getEffective()),
        FhirWords.of(report.getCode()),
        text(report.getConclusion()),
        FhirWords.of(report.getPerformer()),
        report.hasStatus() ? phrases.unusual(report.getStatus().toCode(), "final") : List.of());
  }

  private Row vaccination(Immunization vaccination) {
    String dose =
        vaccination.getProtocolApplied().stream()
            .filter(protocol -> protocol.hasDoseNumberPositiveIntType())
            .map(
                protocol ->
                    phrases.say("row.dose", protocol.getDoseNumberPositiveIntType().getValue()))
            .findFirst()
            .orElse("");
    return Row.of(
        vaccination,
        words.date(vaccination.getOccurrence()),
        FhirWords.of(vaccination.getVaccineCode()),
        dose,
        FhirWords.of(vaccination.getPerformer().stream().map(by -> by.getActor()).toList()),
        vaccination.hasStatus()
            ? phrases.unusual(vaccination.getStatus().toCode(), "completed")
            : List.of());
  }
}
