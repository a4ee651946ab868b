package vn.eid.examples.hospital;

import static vn.eid.examples.hospital.FhirWords.text;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Resource;

/** What somebody has, takes and came for. */
final class HistoryRows {
  private static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10";

  private final FhirWords dates;

  HistoryRows(FhirWords dates) {
    this.dates = dates;
  }

  Optional<Row> of(Resource record) {
    if (record instanceof Condition problem) {
      return Optional.of(problem(problem));
    } else if (record instanceof AllergyIntolerance allergy) {
      return Optional.of(allergy(allergy));
    } else if (record instanceof MedicationStatement medication) {
      return Optional.of(medication(medication));
    }
    return record instanceof Encounter visit ? Optional.of(visit(visit)) : Optional.empty();
  }

  private Row problem(Condition problem) {
    return Row.of(
        problem,
        dates.date(problem.getOnset()),
        FhirWords.of(problem.getCode()),
        FhirWords.code(problem.getCode(), ICD_10),
        text(problem.getRecorder().getDisplay()),
        FhirWords.code(problem.getClinicalStatus()));
  }

  private Row allergy(AllergyIntolerance allergy) {
    List<String> reactions =
        allergy.getReaction().stream()
            .flatMap(reaction -> reaction.getManifestation().stream())
            .map(FhirWords::of)
            .toList();
    return Row.of(
        allergy,
        dates.date(allergy.hasOnset() ? allergy.getOnset() : allergy.getRecordedDateElement()),
        FhirWords.of(allergy.getCode()),
        String.join(", ", reactions),
        text(allergy.getRecorder().getDisplay()),
        "");
  }

  private Row medication(MedicationStatement medication) {
    return Row.of(
        medication,
        medication.hasEffectivePeriod()
            ? dates.date(medication.getEffectivePeriod().getStartElement())
            : dates.date(medication.getEffective()),
        medication.hasMedicationCodeableConcept()
            ? FhirWords.of(medication.getMedicationCodeableConcept())
            : "",
        "",
        text(medication.getInformationSource().getDisplay()),
        medication.hasStatus() ? medication.getStatus().toCode() : "");
  }

  private Row visit(Encounter visit) {
    return Row.of(
        visit,
        dates.date(visit.getPeriod().getStartElement()),
        visit.getReasonCode().stream().findFirst().map(FhirWords::of).orElse(""),
        "",
        text(visit.getServiceProvider().getDisplay()),
        "");
  }
}
