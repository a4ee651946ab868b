package vn.eid.examples.hospital;

import java.util.List;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Records as lines of a table, in the reader's language where they are not words themselves. */
@Component
class Rows {
  private final FindingRows findings;
  private final HistoryRows history;
  private final MedicationRows medications;

  Rows(Times times, MessageSource messages) {
    FhirWords words = new FhirWords(times);
    Phrases phrases = new Phrases(messages);
    this.findings = new FindingRows(words, phrases);
    this.history = new HistoryRows(words, phrases);
    this.medications = new MedicationRows(words, phrases);
  }

  /** A record of another kind is named by its type, so that nobody takes it for missing. */
  Row of(Resource record) {
    if (record instanceof MedicationStatement medication) {
      return medications.of(medication);
    }
    return findings
        .of(record)
        .or(() -> history.of(record))
        .orElseGet(() -> Row.of(record, "", record.fhirType(), "", "", List.of()));
  }
}
