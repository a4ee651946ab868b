package vn.eid.examples.hospital;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/**
 * One record as a line of a table.
 *
 * @param date as exactly as the record has it
 * @param marks what a doctor must not overlook, in words
 * @param redacted whether parts of it were left out
 */
record Row(
    String date, String what, String detail, String source, List<String> marks, boolean redacted) {

  static Row of(
      Resource record, String date, String what, String detail, String source, List<String> marks) {
    return new Row(date, what, detail, source, marks, FhirWords.isRedacted(record));
  }

  @Override
  public String toString() {
    return "Row[…]";
  }
}
