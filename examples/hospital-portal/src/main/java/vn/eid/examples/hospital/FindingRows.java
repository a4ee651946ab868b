package vn.eid.examples.hospital;

import static vn.eid.examples.hospital.FhirWords.joined;
import static vn.eid.examples.hospital.FhirWords.text;

import java.util.Optional;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** What was found and done: laboratory, imaging, vaccinations. */
final class FindingRows {
  private final FhirWords dates;
  private final MessageSource messages;

  FindingRows(FhirWords dates, MessageSource messages) {
    this.dates = dates;
    this.messages = messages;
  }

  Optional<Row> of(Resource record) {
    if (record instanceof Observation result) {
      return Optional.of(result(result));
    } else if (record instanceof DiagnosticReport report) {
      return Optional.of(report(report));
    }
    return record instanceof Immunization vaccination
        ? Optional.of(vaccination(vaccination))
        : Optional.empty();
  }

  private Row result(Observation result) {
    String value = result.hasValueQuantity() ? FhirWords.of(result.getValueQuantity()) : "";
    String words =
        result.hasValueCodeableConcept() ? FhirWords.of(result.getValueCodeableConcept()) : "";
    return Row.of(
        result,
        dates.date(result.getEffective()),
        FhirWords.of(result.getCode()),
        joined(value, words, usual(result)),
        FhirWords.of(result.getPerformer()),
        result.getInterpretation().stream().findFirst().map(FhirWords::code).orElse(""));
  }

  /** The range in which most people's values lie, where the laboratory names one. */
  private String usual(Observation result) {
    return result.getReferenceRange().stream()
        .filter(range -> range.hasLow() && range.hasHigh())
        .map(
            range ->
                say(
                    "row.usual",
                    FhirWords.number(range.getLow().getValue()),
                    FhirWords.number(range.getHigh().getValue())))
        .findFirst()
        .orElse("");
  }

  private Row report(DiagnosticReport report) {
    return Row.of(
        report,
        dates.date(report.getEffective()),
        FhirWords.of(report.getCode()),
        text(report.getConclusion()),
        FhirWords.of(report.getPerformer()),
        "");
  }

  private Row vaccination(Immunization vaccination) {
    String dose =
        vaccination.getProtocolApplied().stream()
            .filter(protocol -> protocol.hasDoseNumberPositiveIntType())
            .map(protocol -> say("row.dose", protocol.getDoseNumberPositiveIntType().getValue()))
            .findFirst()
            .orElse("");
    return Row.of(
        vaccination,
        dates.date(vaccination.getOccurrence()),
        FhirWords.of(vaccination.getVaccineCode()),
        dose,
        FhirWords.of(vaccination.getPerformer().stream().map(by -> by.getActor()).toList()),
        "");
  }

  private String say(String key, Object... values) {
    return messages.getMessage(key, values, LocaleContextHolder.getLocale());
  }
}
