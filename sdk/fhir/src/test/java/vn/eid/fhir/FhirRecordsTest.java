package vn.eid.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.InvalidRequestException;
import vn.eid.UntrustedException;
import vn.eid.mock.EidMock;
import vn.eid.mock.EidMockTest;
import vn.eid.records.HealthData;

@EidMockTest
class FhirRecordsTest {
  private static final String AN = "099085000011";

  @Test
  void readsPulledRecordsAsHapisTypes(EidMock mock) {
    try (Clinic clinic = new Clinic(mock)) {
      List<HealthData> records = clinic.records(AN, HealthData.IMMUNIZATIONS);
      assertThat(records)
          .hasSize(14)
          .map(record -> FhirRecords.parse(record, Immunization.class))
          .allMatch(dose -> dose.getStatus() == Immunization.ImmunizationStatus.COMPLETED)
          .allMatch(dose -> dose.hasLotNumber());
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> FhirRecords.parse(records.get(0), Patient.class))
          .withMessageContaining("of type Immunization, not Patient");
    }
  }

  @Test
  void leavesOutElementsThatR4DoesNotKnow() {
    Patient patient =
        (Patient)
            ResourceText.read(
                "{\"resourceType\":\"Patient\",\"newInR9\":{\"a\":[1]},\"gender\":\"female\"}");
    assertThat(patient.getGender()).hasToString("FEMALE");
  }

  @Test
  void keepsTheDigitsOfAMeasurement() {
    Observation observation =
        (Observation)
            ResourceText.read(
                "{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":1.50}}");
    assertThat(observation.getValueQuantity().getValue()).hasToString("1.50");
  }

  @Test
  void readsTrueInQuotationMarksAsTrue() {
    Patient patient =
        (Patient) ResourceText.read("{\"resourceType\":\"Patient\",\"active\":\"true\"}");
    assertThat(patient.getActive()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "SECRET",
        "{\"resourceType\":\"SECRET\"}",
        "{\"name\":\"SECRET\"}",
        "{\"resourceType\":\"Patient\",\"id\":\"SECRET\"",
        "{\"resourceType\":\"Patient\"} SECRET",
        "{\"resourceType\":\"Patient\"} {}",
        "{\"resourceType\":\"Patient\",\"gender\":\"male\",\"gender\":\"female\"}",
        "{\"resourceType\":\"Patient\",\"gender\":\"SECRET\"}",
        "{\"resourceType\":\"Patient\",\"birthDate\":\"SECRET\"}",
        "{\"resourceType\":\"Patient\",\"birthDate\":[\"2000-01-01\",\"2000-01-02\"]}",
        "{\"resourceType\":\"Patient\",\"name\":\"SECRET\"}",
        "{\"resourceType\":\"Patient\",\"text\":{\"div\":\"<div>SECRET\"}}",
        "{\"resourceType\":\"Observation\",\"valueInteger\":99999999999999}",
        "{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":1e999999999}}",
        "{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":1e99999999999}}"
      })
  void refusesWhatCannotBeReadAndRepeatsNothingOfIt(String json) {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> ResourceText.read(json))
        .withNoCause()
        .satisfies(e -> assertThat(e.check()).isEqualTo(UntrustedException.Check.FORMAT))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("SECRET"));
  }

  @Test
  void saysWhichElementIsWrong() {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(
            () -> ResourceText.read("{\"resourceType\":\"Patient\",\"birthDate\":\"31/12/2000\"}"))
        .withMessageContaining("element birthDate");
  }

  @Test
  void refusesNestingThatNoRecordNeeds() {
    String deep = "{\"extension\":[".repeat(40) + "]}".repeat(40);
    assertThatExceptionOfType(UntrustedException.class).isThrownBy(() -> ResourceText.read(deep));
  }
}
