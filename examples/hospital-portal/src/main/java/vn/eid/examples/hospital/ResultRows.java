package vn.eid.examples.hospital;

import static vn.eid.examples.hospital.FhirWords.joined;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent;

/** What was measured. A value that is not understood here is said to be there. */
final class ResultRows {
  private final FhirWords words;
  private final FhirValues values;
  private final Phrases phrases;

  ResultRows(FhirWords words, Phrases phrases) {
    this.words = words;
    this.values = new FhirValues(words);
    this.phrases = phrases;
  }

  Row of(Observation result) {
    List<String> marks = new ArrayList<>(marks(result.getInterpretation()));
    if (result.hasStatus()) {
      marks.addAll(phrases.unusual(result.getStatus().toCode(), "final"));
    }
    return Row.of(
        result,
        words.date(result.getEffective()),
        FhirWords.of(result.getCode()),
        joined(value(result), components(result), usual(result)),
        FhirWords.of(result.getPerformer()),
        marks);
  }

  private String value(Observation result) {
    if (result.hasValue()) {
      return values.of(result.getValue()).orElseGet(() -> phrases.say("row.original"));
    } else if (result.hasDataAbsentReason()) {
      return absent(result.getDataAbsentReason());
    }
    // Of a redacted record the page says already that parts were left out.
    return result.hasComponent() || FhirWords.isRedacted(result) ? "" : phrases.say("row.original");
  }

  /** Such as the two values of a blood pressure. */
  private String components(Observation result) {
    return result.getComponent().stream().map(this::component).collect(Collectors.joining("; "));
  }

  private String component(ObservationComponentComponent part) {
    String value =
        part.hasDataAbsentReason() && !part.hasValue()
            ? absent(part.getDataAbsentReason())
            : values.of(part.getValue()).orElseGet(() -> phrases.say("row.original"));
    List<String> marks = marks(part.getInterpretation());
    return FhirWords.of(part.getCode())
        + ": "
        + value
        + (marks.isEmpty() ? "" : " (" + String.join(", ", marks) + ")");
  }

  private String absent(CodeableConcept reason) {
    return phrases.say("row.absent", phrases.code(FhirWords.of(reason)));
  }

  private List<String> marks(List<CodeableConcept> interpretations) {
    return interpretations.stream()
        .map(mark -> FhirWords.code(mark).isEmpty() ? FhirWords.of(mark) : FhirWords.code(mark))
        .filter(mark -> !mark.isEmpty())
        .map(phrases::code)
        .toList();
  }

  /** The range in which most people's values lie, where the laboratory names one. */
  private String usual(Observation result) {
    return result.getReferenceRange().stream()
        .filter(range -> range.getLow().hasValue() && range.getHigh().hasValue())
        .map(this::usual)
        .findFirst()
        .orElse("");
  }

  private String usual(ObservationReferenceRangeComponent range) {
    return phrases.say(
        "row.usual",
        FhirValues.number(range.getLow().getValue()),
        FhirValues.number(range.getHigh().getValue()));
  }
}
