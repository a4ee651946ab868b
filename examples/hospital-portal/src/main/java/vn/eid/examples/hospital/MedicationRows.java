package vn.eid.examples.hospital;

import static vn.eid.examples.hospital.FhirWords.text;

import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationStatement;

/** What somebody takes or took, and how. */
final class MedicationRows {
  private final FhirWords words;
  private final Phrases phrases;

  MedicationRows(FhirWords words, Phrases phrases) {
    this.words = words;
    this.phrases = phrases;
  }

  Row of(MedicationStatement medication) {
    return Row.of(
        medication,
        words.date(medication.getEffective()),
        name(medication),
        medication.getDosage().stream().map(this::dose).collect(Collectors.joining("; ")),
        text(medication.getInformationSource().getDisplay()),
        medication.hasStatus() ? phrases.unusual(medication.getStatus().toCode()) : List.of());
  }

  private String name(MedicationStatement medication) {
    if (medication.hasMedicationCodeableConcept()) {
      return FhirWords.of(medication.getMedicationCodeableConcept());
    }
    return medication.hasMedicationReference() && medication.getMedicationReference().hasDisplay()
        ? medication.getMedicationReference().getDisplay()
        : phrases.say("row.original");
  }

  private String dose(Dosage dose) {
    return dose.hasText() ? dose.getText() : phrases.say("row.original");
  }
}
