package vn.eid.mock.fhir;

import java.math.BigDecimal;

/** Laboratory tests of a routine check-up, in the units of Vietnamese laboratories. */
enum LabTest {
  GLUCOSE("14749-6", "Glucose máu", "mmol/L", 39, 64, 1),
  CHOLESTEROL("14647-2", "Cholesterol toàn phần", "mmol/L", 36, 52, 1),
  TRIGLYCERIDES("14927-8", "Triglycerid", "mmol/L", 5, 17, 1),
  CREATININE("14682-9", "Creatinin máu", "umol/L", 53, 106, 0),
  URATE("14933-6", "Acid uric máu", "umol/L", 180, 420, 0),
  ALT("1742-6", "ALT (GPT)", "U/L", 5, 40, 0),
  WHITE_CELLS("6690-2", "Số lượng bạch cầu", "10*9/L", 40, 100, 1),
  PLATELETS("777-3", "Số lượng tiểu cầu", "10*9/L", 150, 450, 0),
  HAEMOGLOBIN("718-7", "Huyết sắc tố", "g/L", 120, 165, 0);

  private final String loinc;
  private final String title;
  private final String unit;
  private final int least;
  private final int most;
  private final int decimals;

  /**
   * @param unit a UCUM code
   * @param least the lower end of what is usual, in units of the last decimal
   * @param most the upper end
   */
  LabTest(String loinc, String title, String unit, int least, int most, int decimals) {
    this.loinc = loinc;
    this.title = title;
    this.unit = unit;
    this.least = least;
    this.most = most;
    this.decimals = decimals;
  }

  Concept concept() {
    return Concept.of(Concept.LOINC, loinc, null).text(title);
  }

  String title() {
    return title;
  }

  String unit() {
    return unit;
  }

  BigDecimal least() {
    return BigDecimal.valueOf(least, decimals);
  }

  BigDecimal most() {
    return BigDecimal.valueOf(most, decimals);
  }

  /** A value that is usual, or somewhat above or below. */
  BigDecimal value(Seed seed) {
    int margin = (most - least) / 8;
    long value = (long) least - margin + seed.below(most - least + 2 * margin);
    return BigDecimal.valueOf(value, decimals);
  }

  Concept interpretation(BigDecimal value) {
    String code = value.compareTo(most()) > 0 ? "H" : value.compareTo(least()) < 0 ? "L" : "N";
    return Concept.hl7("v3-ObservationInterpretation", code);
  }
}
