package vn.eid.mock.fhir;

import static vn.eid.mock.fhir.Concept.ATC;
import static vn.eid.mock.fhir.Concept.ICD_10;
import static vn.eid.mock.fhir.Concept.SNOMED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Long-standing illnesses that are common in Vietnam, and what is taken against them. */
enum Illness {
  HYPERTENSION("I10", "38341003", "Tăng huyết áp", 35, "C08CA01", "Amlodipin 5 mg, 1 viên/ngày"),
  DIABETES(
      "E11", "44054006", "Đái tháo đường típ 2", 35, "A10BA02", "Metformin 500 mg, 2 viên/ngày"),
  LIPIDS("E78", "55822004", "Tăng lipid máu", 35, "C10AA05", "Atorvastatin 10 mg, 1 viên/tối"),
  GASTRITIS("K29", "4556007", "Viêm dạ dày", 18, "A02BC01", "Omeprazol 20 mg, 1 viên/sáng"),
  ASTHMA("J45", "195967001", "Hen phế quản", 2, "R03AC02", "Salbutamol xịt 100 mcg khi khó thở"),
  RHINITIS("J30", "61582004", "Viêm mũi dị ứng", 2, "R06AE07", "Cetirizin khi có triệu chứng");

  private final String icd10;
  private final String snomed;
  private final String title;
  private final int fromAge;
  private final String atc;
  private final String dosage;

  Illness(String icd10, String snomed, String title, int fromAge, String atc, String dosage) {
    this.icd10 = icd10;
    this.snomed = snomed;
    this.title = title;
    this.fromAge = fromAge;
    this.atc = atc;
    this.dosage = dosage;
  }

  /** An illness of one person, since a day. */
  record Diagnosis(Illness illness, LocalDate since) {}

  static List<Diagnosis> of(Chart chart) {
    List<Diagnosis> found = new ArrayList<>();
    for (Illness illness : values()) {
      Seed seed = chart.seed("illness/" + illness);
      LocalDate since = chart.atAge(illness.fromAge, seed.with("since").below(3000));
      if (seed.below(3) == 0 && chart.isRecorded(since)) {
        found.add(new Diagnosis(illness, since));
      }
    }
    return found;
  }

  Concept concept() {
    return Concept.of(ICD_10, icd10, null).and(SNOMED, snomed, null).text(title);
  }

  String title() {
    return title;
  }

  Concept drug() {
    return Concept.of(ATC, atc, null).text(dosage);
  }

  String dosage() {
    return dosage;
  }
}
