package vn.eid.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.junit.jupiter.api.Test;
import vn.eid.mock.EidMock;
import vn.eid.mock.EidMockTest;
import vn.eid.records.HealthData;

/** What the README shows of this module is what compiles and runs. */
@EidMockTest
class ReadmeTest {

  @Test
  void theCodeInTheReadmeRuns(EidMock mock) {
    try (Clinic clinic = new Clinic(mock)) {
      assertThat(allergies(clinic.records("099085000011", HealthData.PATIENT_SUMMARY).get(0)))
          .hasSize(1);
    }
  }

  private static List<AllergyIntolerance> allergies(HealthData pulled) {
    // readme:begin
    PatientSummary summary = PatientSummary.of(pulled); // an item of HealthData.PATIENT_SUMMARY
    List<AllergyIntolerance> allergies = summary.allergies();
    Optional<EmptyReason> why =
        summary.emptyReason(SummaryPart.ALLERGIES); // none known, or withheld
    // readme:end
    assertThat(why).isEmpty();
    return allergies;
  }

  @Test
  void theCodeInTheReadmeIsThis() throws IOException {
    String source = Files.readString(Path.of("src/test/java/vn/eid/fhir/ReadmeTest.java"));
    int begin = source.indexOf("// readme:begin\n") + "// readme:begin\n".length();
    String code = source.substring(begin, source.indexOf("// readme:end"));
    assertThat(Files.readString(Path.of("../../README.md"))).contains(code.stripIndent().strip());
  }
}
