package vn.eid.examples.hospital;

import java.util.Map;
import org.hl7.fhir.r4.model.Resource;

/**
 * One record as a line of a table.
 *
 * @param date as exactly as the record has it
 * @param mark the name of a message, such as {@code mark.high}; empty where there is nothing to say
 * @param redacted whether parts of it were left out
 */
record Row(String date, String what, String detail, String source, String mark, boolean redacted) {
  private static final Map<String, String> MARKS =
      Map.of("H", "mark.high", "L", "mark.low", "active", "mark.active");

  /** The line of a record; of FHIR's codes those are marked that a doctor looks for. */
  static Row of(
      Resource record, String date, String what, String detail, String source, String code) {
    String mark = MARKS.getOrDefault(code, "");
    return new Row(date, what, detail, source, mark, FhirWords.isRedacted(record));
  }

  @Override
  public String toString() {
    return "Row[…]";
  }
}
