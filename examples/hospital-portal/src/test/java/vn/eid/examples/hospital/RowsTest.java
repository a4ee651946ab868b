package vn.eid.examples.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceCriticality;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.hl7.fhir.r4.model.SampledData;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What a doctor must not overlook in a record. */
class RowsTest {
  private final Rows rows = rows();

  @BeforeEach
  void readVietnamese() {
    LocaleContextHolder.setLocale(Locale.forLanguageTag("vi"));
  }

  @AfterEach
  void readNothing() {
    LocaleContextHolder.resetLocaleContext();
  }

  @ParameterizedTest
  @CsvSource({"HH, rất cao", "H, cao", "L, thấp", "LL, rất thấp", "AA, AA", "POS, POS"})
  void eachInterpretationIsMarked(String code, String mark) {
    Observation result = new Observation();
    result.addInterpretation(coded(code));
    assertThat(rows.of(result).marks()).containsExactly(mark);
  }

  @Test
  void aValueBelowWhatCanBeMeasuredIsNoExactValue() {
    Observation result = new Observation();
    result.setValue(
        new Quantity()
            .setComparator(QuantityComparator.LESS_THAN)
            .setValue(new BigDecimal("0.01"))
            .setUnit("ng/mL"));
    assertThat(rows.of(result).detail()).isEqualTo("<0,01 ng/mL");
  }

  @Test
  void aResultIsThereWhateverItsValueIs() {
    assertThat(rows.of(new Observation().setValue(new StringType("Âm tính"))).detail())
        .isEqualTo("Âm tính");
    assertThat(rows.of(new Observation().setValue(new SampledData())).detail())
        .isEqualTo("xem bản gốc");
    assertThat(rows.of(new Observation().setDataAbsentReason(words("mẫu hỏng"))).detail())
        .isEqualTo("không có giá trị (mẫu hỏng)");
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    assertThat(rows.of(new Observation().setValue(new SampledData())).detail())
        .isEqualTo("see the original");
  }

  @Test
  void aBloodPressureHasBothItsValues() {
    Observation pressure = new Observation();
    pressure.addComponent().setCode(words("Tâm thu")).setValue(millimetres(182));
    pressure.addComponent().setCode(words("Tâm trương")).setValue(millimetres(95));
    pressure.getComponent().get(0).addInterpretation(coded("HH"));
    assertThat(rows.of(pressure).detail())
        .isEqualTo("Tâm thu: 182 mmHg (rất cao); Tâm trương: 95 mmHg");
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVE, hiện tại",
    "STOPPED, đã ngừng",
    "ONHOLD, tạm ngừng",
    "ENTEREDINERROR, nhập nhầm"
  })
  void aMedicineHasItsDoseAndItsStatus(MedicationStatementStatus status, String mark) {
    MedicationStatement medicine = new MedicationStatement();
    medicine.setStatus(status).setMedication(words("Metformin 500 mg"));
    medicine.addDosage().setText("1 viên, ngày 2 lần");
    assertThat(rows.of(medicine))
        .extracting(Row::what, Row::detail, Row::marks)
        .containsExactly("Metformin 500 mg", "1 viên, ngày 2 lần", List.of(mark));
  }

  @Test
  void whatWasRefutedOrIsOverIsNotShownAsAProblemOfToday() {
    Condition problem = new Condition();
    problem.setClinicalStatus(coded("resolved")).setVerificationStatus(coded("entered-in-error"));
    assertThat(rows.of(problem).marks()).containsExactly("đã khỏi", "nhập nhầm");
    AllergyIntolerance allergy = new AllergyIntolerance();
    allergy.setClinicalStatus(coded("inactive")).setVerificationStatus(coded("refuted"));
    allergy.setCriticality(AllergyIntoleranceCriticality.HIGH);
    assertThat(rows.of(allergy).marks())
        .containsExactly("nguy cơ cao", "không còn hoạt động", "đã bị bác bỏ");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T18:30:00Z, 23/11/2026",
    "2026-11-22T01:00:00+07:00, 22/11/2026",
    "2026-11-22, 22/11/2026",
    "2026-11, 2026-11"
  })
  void aMomentBelongsToItsDayInVietnam(String written, String day) {
    Observation result = new Observation().setEffective(new DateTimeType(written));
    assertThat(rows.of(result).date()).isEqualTo(day);
  }

  private static Quantity millimetres(int value) {
    return new Quantity().setValue(value).setUnit("mmHg");
  }

  private static CodeableConcept coded(String code) {
    return new CodeableConcept(new Coding().setCode(code));
  }

  private static CodeableConcept words(String text) {
    return new CodeableConcept().setText(text);
  }

  private static Rows rows() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return new Rows(new Times(), messages);
  }
}
