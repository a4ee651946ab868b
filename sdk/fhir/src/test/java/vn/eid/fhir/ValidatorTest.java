package vn.eid.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.eid.fhir.ValidationFinding.Severity;
import vn.eid.mock.EidMock;
import vn.eid.mock.EidMockTest;
import vn.eid.records.HealthData;

@EidMockTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValidatorTest {
  private Validator validator;

  @BeforeAll
  void setUp() {
    validator = Validator.offline();
  }

  @Test
  void findsNoErrorInAPulledRecord(EidMock mock) {
    try (Clinic clinic = new Clinic(mock)) {
      HealthData dose = clinic.records("099085000011", HealthData.IMMUNIZATIONS).get(0);
      assertThat(FhirValidation.offline().validate(dose))
          .extracting(ValidationFinding::severity)
          .doesNotContain(Severity.ERROR);
    }
  }

  @Test
  void namesAMissingElement() {
    assertThat(errors("{\"resourceType\":\"Immunization\",\"status\":\"completed\"}"))
        .anyMatch(finding -> finding.message().contains("Immunization.vaccineCode"));
  }

  @Test
  void namesABrokenInvariant() {
    String json = "{\"resourceType\":\"Patient\",\"contact\":[{\"gender\":\"female\"}]}";
    assertThat(errors(json)).anyMatch(finding -> finding.message().contains("pat-1"));
  }

  @Test
  void findsACodeOutsideOfARequiredBinding() {
    assertThat(errors("{\"resourceType\":\"Patient\",\"gender\":\"SECRET\"}"))
        .anyMatch(finding -> finding.location().equals("Patient.gender"));
  }

  @Test
  void repeatsNothingOfTheRecord() {
    String json =
        "{\"resourceType\":\"Patient\",\"id\":\"SECRET!\",\"gender\":\"SECRET\",\"SECRET\":1,"
            + "\"birthDate\":\"SECRET\",\"text\":{\"status\":\"SECRET\",\"div\":\"<div>SECRET\"},"
            + "\"name\":\"SECRET\",\"identifier\":[{\"system\":\"SECRET\",\"value\":\"SECRET\"}],"
            + "\"managingOrganization\":{\"reference\":\"SECRET/SECRET\"}}";
    assertThat(errors(json)).hasSizeGreaterThan(3);
    assertThat(validator.validate(json)).noneMatch(f -> f.toString().contains("SECRET"));
  }

  @Test
  void aTextThatIsNoFhirIsAFinding() {
    for (String text : List.of("SECRET", "{", "{}", "{\"resourceType\":\"SECRET\"}")) {
      assertThat(errors(text)).isNotEmpty().noneMatch(f -> f.toString().contains("SECRET"));
    }
  }

  private List<ValidationFinding> errors(String json) {
    return validator.validate(json).stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .toList();
  }
}
