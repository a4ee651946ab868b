package vn.eid.mock.fhir;

import java.math.BigDecimal;

/** Laboratory tests of a routine check-up, in the units of Vietnamese laboratories. */
enum LabTest {
  GLUCOSE("14749-6", "Glucose máu", "mmol/L", 42, 62, 1),
  CHOLESTEROL("14647-2", "Cholesterol toàn phần", "mmol/L", 36, 58, 1),
  CREATININE("14682-9", "Creatinin máu", "umol/L", 52, 104, 0),
  HAEMOGLOBIN("718-7", "Huyết sắc tố", "g/L", 118, 162, 0);

  private final String loinc;
  private final String title;
  private final String unit;
  private final int least;
  private final int most;
  private final int decimals;

  /**
   * @param unit a UCUM code
   * @param least in units of the last decimal
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

  BigDecimal value(Seed seed) {
    return BigDecimal.valueOf((long) least + seed.below(most - least), decimals);
  }
}
