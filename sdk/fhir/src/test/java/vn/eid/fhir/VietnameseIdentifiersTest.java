package vn.eid.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import vn.eid.CitizenId;
import vn.eid.InsuranceNumber;
import vn.eid.UntrustedException;

class VietnameseIdentifiersTest {
  private static final String AN = "099085000011";

  private final Patient patient = new Patient();

  @Test
  void findsTheCitizenNumberAmongOthers() {
    patient.addIdentifier(new Identifier().setSystem("https://clinic.example").setValue("7"));
    patient.addIdentifier(citizenNumber("099085000012").setUse(IdentifierUse.OLD));
    assertThat(VietnameseIdentifiers.citizenId(patient)).isEmpty();
    patient.addIdentifier(citizenNumber(AN));
    assertThat(VietnameseIdentifiers.citizenId(patient)).contains(CitizenId.parse(AN));
  }

  @Test
  void refusesTwoCitizenNumbersAndRepeatsNeither() {
    patient.addIdentifier(citizenNumber(AN));
    patient.addIdentifier(citizenNumber("099192000022"));
    refusesWithout(AN);
  }

  @Test
  void refusesACitizenNumberThatCannotBeOne() {
    patient.addIdentifier(citizenNumber("85000011"));
    refusesWithout("85000011");
  }

  @Test
  void findsInsuranceAndRecordNumbers() {
    patient.addIdentifier(
        new Identifier().setSystem(VietnameseIdentifiers.INSURANCE_NUMBER).setValue("0990000011"));
    assertThat(VietnameseIdentifiers.insuranceNumber(patient))
        .contains(InsuranceNumber.parse("0990000011"));
    Encounter encounter = new Encounter();
    encounter.addIdentifier().setSystem(VietnameseIdentifiers.RECORD_NUMBER).setValue("KB-1");
    assertThat(VietnameseIdentifiers.recordNumber(encounter)).contains("KB-1");
  }

  private void refusesWithout(String number) {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> VietnameseIdentifiers.citizenId(patient))
        .withNoCause()
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(number));
  }

  private static Identifier citizenNumber(String value) {
    return new Identifier().setSystem(VietnameseIdentifiers.CITIZEN_NUMBER).setValue(value);
  }
}
