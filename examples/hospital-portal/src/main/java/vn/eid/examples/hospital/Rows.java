package vn.eid.examples.hospital;

import org.hl7.fhir.r4.model.Resource;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Records as lines of a table, in the reader's language where they are not words themselves. */
@Component
class Rows {
  private final FindingRows findings;
  private final HistoryRows history;

  Rows(Times times, MessageSource messages) {
    FhirWords dates = new FhirWords(times);
    this.findings = new FindingRows(dates, messages);
    this.history = new HistoryRows(dates);
  }

  /** A record of another kind is named by its type, so that nobody takes it for missing. */
  Row of(Resource record) {
    return findings
        .of(record)
        .or(() -> history.of(record))
        .orElseGet(() -> Row.of(record, "", record.fhirType(), "", "", ""));
  }
}
