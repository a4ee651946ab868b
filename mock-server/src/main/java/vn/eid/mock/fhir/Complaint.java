package vn.eid.mock.fhir;

import static vn.eid.mock.fhir.Concept.ATC;
import static vn.eid.mock.fhir.Concept.ICD_10;
import static vn.eid.mock.fhir.Concept.SNOMED;

/** What people in Vietnam see a doctor for and are soon well again, and what is taken for it. */
enum Complaint {
  COLD(
      "J06.9",
      "54150009",
      "Nhiễm khuẩn đường hô hấp trên cấp",
      "N02BE01",
      "Paracetamol 500 mg, 1 viên khi sốt, cách nhau 4-6 giờ",
      3),
  BRONCHITIS(
      "J20.9",
      "10509002",
      "Viêm phế quản cấp",
      "J01CA04",
      "Amoxicillin 500 mg, 2 viên/ngày sau ăn",
      7),
  GASTROENTERITIS(
      "A09", "25374005", "Tiêu chảy cấp", "A07CA", "Oresol, pha 1 gói uống trong ngày", 3),
  DENGUE(
      "A97",
      "38362002",
      "Sốt xuất huyết Dengue",
      "N02BE01",
      "Paracetamol 500 mg, 1 viên khi sốt trên 38,5 độ",
      5),
  CONJUNCTIVITIS(
      "H10", "9826008", "Viêm kết mạc", "S01AE05", "Levofloxacin nhỏ mắt, 4 lần/ngày", 5),
  BACK_PAIN("M54.5", "279039007", "Đau thắt lưng", "M01AE01", "Ibuprofen 400 mg, 2 viên/ngày", 5),
  URTICARIA("L50", "126485001", "Mày đay", "R06AE07", "Cetirizin 10 mg, 1 viên/tối", 7),
  CYSTITIS("N30", "38822007", "Viêm bàng quang", "J01XX01", "Fosfomycin 3 g, 1 gói duy nhất", 1);

  private final String icd10;
  private final String snomed;
  private final String title;
  private final String atc;
  private final String dosage;
  private final int days;

  /**
   * @param days how long the medicine is taken
   */
  Complaint(String icd10, String snomed, String title, String atc, String dosage, int days) {
    this.icd10 = icd10;
    this.snomed = snomed;
    this.title = title;
    this.atc = atc;
    this.dosage = dosage;
    this.days = days;
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

  int days() {
    return days;
  }
}
