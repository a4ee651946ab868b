package vn.eid.examples.hospital;

import static vn.eid.examples.hospital.FhirWords.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceCriticality;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Resource;

/** What somebody has and came for. */
final class HistoryRows {
  private static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10";

  private final FhirWords words;
  private final Phrases phrases;

  HistoryRows(FhirWords words, Phrases phrases) {
    this.words = words;
    this.phrases = phrases;
  }

  Optional<Row> of(Resource record) {
    if (record instanceof Condition problem) {
      return Optional.of(problem(problem));
    } else if (record instanceof AllergyIntolerance allergy) {
      return Optional.of(allergy(allergy));
    }
    return record instanceof Encounter visit ? Optional.of(visit(visit)) : Optional.empty();
  }

  private Row problem(Condition problem) {
    List<String> marks =
        new ArrayList<>(phrases.unusual(FhirWords.code(problem.getClinicalStatus())));
    marks.addAll(verified(problem.getVerificationStatus()));
    return Row.of(
        problem,
        words.date(problem.getOnset()),
        FhirWords.of(problem.getCode()),
        FhirWords.code(problem.getCode(), ICD_10),
        text(problem.getRecorder().getDisplay()),
        marks);
  }

  private Row allergy(AllergyIntolerance allergy) {
    List<String> marks = new ArrayList<>();
    if (allergy.getCriticality() == AllergyIntoleranceCriticality.HIGH) {
      marks.add(phrases.code("high-risk"));
    }
    marks.addAll(phrases.unusual(FhirWords.code(allergy.getClinicalStatus()), "active"));
    marks.addAll(verified(allergy.getVerificationStatus()));
    return Row.of(
        allergy,
        words.date(allergy.hasOnset() ? allergy.getOnset() : allergy.getRecordedDateElement()),
        FhirWords.of(allergy.getCode()),
        allergy.getReaction().stream()
            .flatMap(reaction -> reaction.getManifestation().stream())
            .map(FhirWords::of)
            .collect(Collectors.joining(", ")),
        text(allergy.getRecorder().getDisplay()),
        marks);
  }

  private Row visit(Encounter visit) {
    return Row.of(
        visit,
        words.date(visit.getPeriod()),
        visit.getReasonCode().stream().findFirst().map(FhirWords::of).orElse(""),
        "",
        text(visit.getServiceProvider().getDisplay()),
        visit.hasStatus() ? phrases.unusual(visit.getStatus().toCode(), "finished") : List.of());
  }

  private List<String> verified(CodeableConcept status) {
    return phrases.unusual(FhirWords.code(status), "confirmed");
  }
}
