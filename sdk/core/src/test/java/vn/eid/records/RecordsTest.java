package vn.eid.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.ConsentEndedException;
import vn.eid.InvalidRequestException;
import vn.eid.MockedApplicationTest;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentRequest;
import vn.eid.consent.DataSet;
import vn.eid.consent.EndCause;
import vn.eid.consent.Period;

class RecordsTest extends MockedApplicationTest {
  private static final CitizenId AN = CitizenId.parse("099085000011");
  private static final String LONG_RECORD = "099060000134";

  private Records records;

  @BeforeEach
  void takeRecords() {
    records = app.client().records();
  }

  @Test
  void pullsThePatientSummaryAsOneDocument() {
    Page<HealthData> page =
        records.pull(
            app.consent(AN.value(), HealthData.PATIENT_SUMMARY), HealthData.PATIENT_SUMMARY);
    assertThat(page.hasNext()).isFalse();
    assertThat(page.items()).hasSize(1);
    assertThat(page.items().get(0).resourceType()).isEqualTo("Bundle");
    assertThat(page.items().get(0).json()).contains("\"Composition\"", "60591-5");
  }

  @Test
  void pullsEachOfSixHundredImmunisationsOnceOverSeveralPages() {
    Consent.Active consent = app.consent(LONG_RECORD, HealthData.IMMUNIZATIONS);
    List<String> all =
        records.pullAll(consent, HealthData.IMMUNIZATIONS).map(HealthData::json).toList();
    assertThat(all).hasSize(620).doesNotHaveDuplicates();
  }

  @Test
  void fetchesAPageOnlyWhenItIsRead() {
    Consent.Active consent = app.consent(LONG_RECORD, HealthData.IMMUNIZATIONS);
    int before = fhirRequests();
    assertThat(records.pullAll(consent, HealthData.IMMUNIZATIONS).limit(100)).hasSize(100);
    assertThat(fhirRequests() - before).isEqualTo(1);
  }

  @Test
  void goesFromPageToPageByHandAndMayReadOneAgain() {
    Consent.Active consent = app.consent(LONG_RECORD, HealthData.IMMUNIZATIONS);
    Page<HealthData> first = records.pull(consent, HealthData.IMMUNIZATIONS);
    Page<HealthData> second = records.next(first);
    assertThat(records.next(first).items()).hasSameSizeAs(second.items());
    Page<HealthData> last = second;
    while (last.hasNext()) {
      last = records.next(last);
    }
    Page<HealthData> end = last;
    assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> records.next(end));
  }

  @Test
  void pullsOnlyTheDaysAskedFor() {
    Consent.Active consent = app.consent(LONG_RECORD, HealthData.IMMUNIZATIONS);
    Period days = Period.between(LocalDate.of(2000, 1, 1), LocalDate.of(2009, 12, 31));
    assertThat(records.pullAll(consent, HealthData.IMMUNIZATIONS, days).map(HealthData::json))
        .hasSizeBetween(1, 619)
        .allMatch(json -> json.contains("\"occurrenceDateTime\":\"200"));
  }

  @Test
  void readsCitizenData() {
    Consent.Active consent = app.consent(AN.value(), CitizenData.IDENTITY, CitizenData.RESIDENCE);
    CitizenData identity = records.pull(consent, CitizenData.IDENTITY).items().get(0);
    assertThat(identity.citizenId()).contains(AN);
    assertThat(identity.name()).contains("Nguyễn Văn An");
    assertThat(identity.birthDate().map(Object::toString)).contains("1985-03-12");
    CitizenData residence = records.pull(consent, CitizenData.RESIDENCE).items().get(0);
    assertThat(residence.name()).isEmpty();
    CitizenData.Address address = residence.address().orElseThrow();
    assertThat(address.formatted()).isNotBlank();
    assertThat(address.provinceCode().orElseThrow()).hasSize(2);
    assertThat(address.communeCode().orElseThrow()).hasSize(5);
  }

  @Test
  void sendsNothingForADataSetThatTheCitizenDidNotAgreeTo() {
    Consent.Active consent = app.consent(AN.value(), HealthData.IMMUNIZATIONS);
    refusedUnsent("dataSet", () -> records.pull(consent, HealthData.PATIENT_SUMMARY));
  }

  @Test
  void sendsNothingForDaysThatTheCitizenDidNotAgreeTo() {
    Period agreed = Period.between(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31));
    Consent.Active consent = app.consent(ask(HealthData.IMMUNIZATIONS).covering(agreed));
    Period more = Period.between(LocalDate.of(2019, 12, 31), LocalDate.of(2020, 12, 31));
    Period later = Period.between(LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1));
    refusedUnsent("period", () -> records.pull(consent, HealthData.IMMUNIZATIONS, more));
    refusedUnsent("period", () -> records.pull(consent, HealthData.IMMUNIZATIONS, later));
    records.pull(consent, HealthData.IMMUNIZATIONS, agreed);
  }

  @Test
  void sendsNothingUnderAConsentWhoseTimeIsOver() {
    Consent.Active consent =
        app.consent(ask(HealthData.IMMUNIZATIONS).validFor(Duration.ofHours(1)));
    mock.advance(Duration.ofHours(2));
    int before = mock.requests().size();
    assertThatExceptionOfType(ConsentEndedException.class)
        .isThrownBy(() -> records.pull(consent, HealthData.IMMUNIZATIONS))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(EndCause.EXPIRED));
    assertThat(mock.requests()).hasSize(before);
  }

  @Test
  void isRefusedTheSecondPullUnderAConsentForOne() {
    Consent.Active consent =
        app.consent(ask(HealthData.IMMUNIZATIONS, HealthData.PATIENT_SUMMARY).once());
    records.pull(consent, HealthData.IMMUNIZATIONS);
    assertThatExceptionOfType(ConsentEndedException.class)
        .isThrownBy(() -> records.pull(consent, HealthData.IMMUNIZATIONS))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(EndCause.USED_UP))
        .satisfies(e -> assertThat(e.consent()).isEqualTo(consent.id()));
    records.pull(consent, HealthData.PATIENT_SUMMARY);
  }

  @Test
  void isRefusedAfterTheCitizenRevoked() {
    Consent.Active consent = app.consent(AN.value(), HealthData.IMMUNIZATIONS);
    mock.citizen(AN.value()).revoke(consent.id().value());
    assertThatExceptionOfType(ConsentEndedException.class)
        .isThrownBy(() -> records.pull(consent, HealthData.IMMUNIZATIONS))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(EndCause.REVOKED_BY_CITIZEN));
  }

  @Test
  void stopsInMidStreamWhenTheCitizenRevokes() {
    Consent.Active consent = app.consent(LONG_RECORD, HealthData.IMMUNIZATIONS);
    Page<HealthData> first = records.pull(consent, HealthData.IMMUNIZATIONS);
    mock.citizen(LONG_RECORD).revoke(consent.id().value());
    assertThatExceptionOfType(ConsentEndedException.class)
        .isThrownBy(() -> records.next(first))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(EndCause.REVOKED_BY_CITIZEN));
  }

  @Test
  void goesOnWhenTheServersNonceChangesBetweenTwoPages() {
    Consent.Active consent = app.consent(LONG_RECORD, HealthData.IMMUNIZATIONS);
    Page<HealthData> first = records.pull(consent, HealthData.IMMUNIZATIONS);
    mock.advance(Duration.ofMinutes(3));
    assertThat(records.next(first).items()).isNotEmpty();
  }

  @Test
  void namesItsOwnItemTypesOnly() {
    DataSet<String> strange = DataSet.of("immunizations", String.class, "Immunization");
    Consent.Active consent = app.consent(AN.value(), HealthData.IMMUNIZATIONS);
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> records.pull(consent, strange));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> DataSet.of("immunizations", HealthData.class, "../tax"));
  }

  private void refusedUnsent(String field, Runnable pull) {
    int before = mock.requests().size();
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(pull::run)
        .withMessageContaining("Nothing was sent")
        .satisfies(e -> assertThat(e.field()).isEqualTo(field));
    assertThat(mock.requests()).hasSize(before);
  }

  private int fhirRequests() {
    return (int) mock.requests().stream().filter(r -> r.path().startsWith("/fhir/")).count();
  }

  private static ConsentRequest ask(DataSet<?>... dataSets) {
    return ConsentRequest.ask(AN, Application.TREATMENT, dataSets);
  }
}
