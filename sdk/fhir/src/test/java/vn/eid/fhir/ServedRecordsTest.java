package vn.eid.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.eid.consent.Consent;
import vn.eid.consent.DataSet;
import vn.eid.fhir.ValidationFinding.Severity;
import vn.eid.mock.EidMock;
import vn.eid.mock.EidMockTest;
import vn.eid.mock.MockCitizen;
import vn.eid.records.HealthData;

/** Every Bundle that the mock serves keeps the rules of FHIR R4, by HAPI's validator. */
@EidMockTest
class ServedRecordsTest {
  /** These do not decide about a consent, or decide against it. */
  private static final Set<String> NOT_AGREEING =
      Set.of("099082000101", "099075000112", "099198000123");

  private final Validator validator = Validator.offline();
  private final List<String> broken = new ArrayList<>();

  @Test
  void everyBundleThatTheMockServesIsValidFhirR4(EidMock mock) {
    try (Clinic clinic = new Clinic(mock)) {
      for (MockCitizen citizen : mock.citizens()) {
        Optional<Consent.Active> consent = clinic.consentOf(citizen.number(), Clinic.allDataSets());
        assertThat(consent.isPresent()).isNotEqualTo(NOT_AGREEING.contains(citizen.number()));
        consent.ifPresent(given -> Clinic.allDataSets().forEach(set -> check(clinic, given, set)));
      }
    }
    assertThat(broken).isEmpty();
  }

  private void check(Clinic clinic, Consent.Active consent, DataSet<HealthData> dataSet) {
    for (HealthData record : clinic.pull(consent, dataSet)) {
      assertThat(FhirRecords.parse(record).fhirType()).isEqualTo(record.resourceType());
    }
    List<String> pages = clinic.takeAnswers();
    assertThat(pages).isNotEmpty();
    // Between the first page and the last are more of the same: validating takes its time.
    IntStream.of(0, pages.size() - 1)
        .distinct()
        .forEach(page -> validate(dataSet, pages.get(page)));
  }

  private void validate(DataSet<HealthData> dataSet, String bundle) {
    validator.validate(bundle).stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(finding -> dataSet.name() + ": " + finding)
        .forEach(broken::add);
  }
}
