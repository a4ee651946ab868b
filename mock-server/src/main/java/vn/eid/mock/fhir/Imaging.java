package vn.eid.mock.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import vn.eid.mock.state.DataSet;

/** Imaging reports: FHIR R4 DiagnosticReport. */
enum Imaging {
  CHEST_X_RAY(
      "36643-5",
      "X-quang ngực thẳng và nghiêng",
      "Hai phổi sáng, bóng tim không to, không thấy tổn thương khu trú."),
  ABDOMEN_ULTRASOUND(
      "24558-9",
      "Siêu âm ổ bụng",
      "Gan không to, nhu mô đều; túi mật không sỏi; hai thận không giãn."),
  HEAD_CT(
      "30799-1",
      "Chụp cắt lớp vi tính sọ não không tiêm thuốc",
      "Không thấy ổ xuất huyết hay khối choán chỗ nội sọ."),
  BRAIN_MRI("24590-2", "Chụp cộng hưởng từ sọ não", "Nhu mô não không thấy tín hiệu bất thường."),
  CHEST_CT("24627-2", "Chụp cắt lớp vi tính lồng ngực", "Không thấy nốt mờ phổi, không tràn dịch.");

  private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/v2-0074";

  private final String loinc;
  private final String title;
  private final String conclusion;

  Imaging(String loinc, String title, String conclusion) {
    this.loinc = loinc;
    this.title = title;
    this.conclusion = conclusion;
  }

  static History history(Chart chart) {
    return History.of(
        chart,
        chart.health().atLeast(DataSet.IMAGING_REPORTS),
        CheckUp.of(chart).stream().map(checkUp -> item(chart, checkUp)).toList(),
        (index, day) -> {
          Seed seed = chart.seed("image/more/" + index);
          return values()[index % values().length].item(seed, day, seed.oneOf(Facility.HOSPITALS));
        });
  }

  /** What a check-up has of images. */
  private static Item item(Chart chart, CheckUp checkUp) {
    Seed seed = chart.seed("image/" + checkUp.day());
    return seed.oneOf(List.of(CHEST_X_RAY, ABDOMEN_ULTRASOUND))
        .item(seed, checkUp.day(), checkUp.facility());
  }

  private Item item(Seed seed, LocalDate day, String facility) {
    String line = title + ", " + day + ": " + conclusion;
    return new Item(seed.uuid(), day, line, patient -> report(seed, line, day, facility, patient));
  }

  private ObjectNode report(
      Seed seed, String line, LocalDate day, String facility, ObjectNode patient) {
    ObjectNode report =
        Resource.of("DiagnosticReport", seed.uuid().toString(), line).put("status", "final");
    report.putArray("category").add(Concept.of(CATEGORY, "RAD", null).node());
    report.set("code", Concept.of(Concept.LOINC, loinc, null).text(title).node());
    report.set("subject", patient);
    report.put("effectiveDateTime", day.toString());
    report.putArray("performer").add(Resource.named(facility));
    return report.put("conclusion", conclusion);
  }
}
