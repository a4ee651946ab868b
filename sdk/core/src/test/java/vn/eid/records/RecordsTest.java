package vn.eid.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.ConsentEndedException;
import vn.eid.EidClient;
import vn.eid.InvalidRequestException;
import vn.eid.MockedApplicationTest;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentRequest;
import vn.eid.consent.DataSet;
import vn.eid.consent.EndCause;
import vn.eid.consent.Period;
import vn.eid.consent.Purpose;

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
    Consent.Active consent = app.consent(AN.value(), HealthData.PATIENT_SUMMARY);
    List<HealthData> items = pull(consent, HealthData.PATIENT_SUMMARY).toList();
    assertThat(items).hasSize(1);
    assertThat(items.get(0).resourceType()).isEqualTo("Bundle");
    assertThat(items.get(0).json()).contains("\"Composition\"", "60591-5");
  }

  @Test
  void pullsEachOfSixHundredImmunisationsOnceOverSeveralPages() {
    Consent.Active consent = app.consent(LONG_RECORD, HealthData.IMMUNIZATIONS);
    List<PullProgress> progress = new ArrayList<>();
    Pull<HealthData> pull =
        records.pull(request(consent, HealthData.IMMUNIZATIONS).reportingTo(progress::add));
    List<String> all = pull.stream().map(HealthData::json).toList();
    assertThat(all).hasSize(620).doesNotHaveDuplicates();
    long bytes = all.stream().mapToLong(json -> json.getBytes(StandardCharsets.UTF_8).length).sum();
    assertThat(progress).hasSize(7).last().isEqualTo(new PullProgress(7, 620, bytes));
    assertThat(pull.receipt().isComplete()).isTrue();
    assertThat(pull.receipt().withheld()).isEmpty();
    assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(pull::stream);
  }

  @Test
  void fetchesAPageOnlyWhenItIsRead() {
    Consent.Active consent = app.consent(LONG_RECORD, HealthData.IMMUNIZATIONS);
    int before = fhirRequests();
    try (Pull<HealthData> pull = pull(consent, HealthData.IMMUNIZATIONS)) {
      assertThat(fhirRequests() - before).isZero();
      assertThat(pull.stream().limit(100)).hasSize(100);
      assertThat(fhirRequests() - before).isEqualTo(1);
      assertThat(pull.receipt().isComplete()).isFalse();
      assertThat(pull.stream()).hasSize(520);
    }
  }

  @Test
  void pullsOnlyTheDaysAskedFor() {
    Consent.Active consent = app.consent(LONG_RECORD, HealthData.IMMUNIZATIONS);
    Period days = Period.between(LocalDate.of(2000, 1, 1), LocalDate.of(2009, 12, 31));
    Pull<HealthData> pull = records.pull(request(consent, HealthData.IMMUNIZATIONS).covering(days));
    assertThat(pull.stream().map(HealthData::json))
        .hasSizeBetween(1, 619)
        .allMatch(json -> json.contains("\"occurrenceDateTime\":\"200"));
  }

  @Test
  void readsCitizenData() {
    Consent.Active consent = app.consent(AN.value(), CitizenData.IDENTITY, CitizenData.RESIDENCE);
    CitizenData identity = pull(consent, CitizenData.IDENTITY).toList().get(0);
    assertThat(identity.citizenId()).contains(AN);
    assertThat(identity.name()).contains("Nguyễn Văn An");
    assertThat(identity.birthDate().map(Object::toString)).contains("1985-03-12");
    CitizenData residence = pull(consent, CitizenData.RESIDENCE).toList().get(0);
    assertThat(residence.name()).isEmpty();
    CitizenData.Address address = residence.address().orElseThrow();
    assertThat(address.formatted()).isNotBlank();
    assertThat(address.provinceCode().orElseThrow()).hasSize(2);
    assertThat(address.communeCode().orElseThrow()).hasSize(5);
  }

  @Test
  void sendsNothingForAnotherPurpose() {
    Consent.Active consent = app.consent(AN.value(), HealthData.IMMUNIZATIONS);
    Purpose other = Purpose.of("RESEARCH", "Nghiên cứu", "Research");
    refusedUnsent("purpose", PullRequest.under(consent, other, HealthData.IMMUNIZATIONS));
  }

  @Test
  void sendsNothingForADataSetThatTheCitizenDidNotAgreeTo() {
    Consent.Active consent = app.consent(AN.value(), HealthData.IMMUNIZATIONS);
    refusedUnsent("dataSet", request(consent, HealthData.PATIENT_SUMMARY));
  }

  @Test
  void sendsNothingForDaysThatTheCitizenDidNotAgreeTo() {
    Period agreed = Period.between(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31));
    Consent.Active consent = app.consent(ask(HealthData.IMMUNIZATIONS).covering(agreed));
    Period more = Period.between(LocalDate.of(2019, 12, 31), LocalDate.of(2020, 12, 31));
    Period later = Period.between(LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1));
    PullRequest<HealthData> request = request(consent, HealthData.IMMUNIZATIONS);
    refusedUnsent("period", request.covering(more));
    refusedUnsent("period", request.covering(later));
    assertThat(records.pull(request.covering(agreed)).toList()).isNotNull();
  }

  @Test
  void sendsNothingUnderAConsentWhoseTimeIsOver() {
    Consent.Active consent =
        app.consent(ask(HealthData.IMMUNIZATIONS).validFor(Duration.ofHours(1)));
    mock.advance(Duration.ofHours(2));
    endedUnsent(EndCause.EXPIRED, consent);
  }

  @Test
  void sendsNothingForTheSecondPullUnderAConsentForOne() {
    Consent.Active consent =
        app.consent(ask(HealthData.IMMUNIZATIONS, HealthData.PATIENT_SUMMARY).once());
    assertThat(pull(consent, HealthData.IMMUNIZATIONS).toList()).isNotEmpty();
    endedUnsent(EndCause.USED_UP, consent);
    assertThat(pull(consent, HealthData.PATIENT_SUMMARY).toList()).hasSize(1);
  }

  @Test
  void isRefusedByTheRegistryWhatAnotherProcessUsedUp() {
    Consent.Active consent = app.consent(ask(HealthData.IMMUNIZATIONS).once());
    assertThat(pull(consent, HealthData.IMMUNIZATIONS).toList()).isNotEmpty();
    try (EidClient other = Application.builder(mock).build()) {
      Pull<HealthData> second = other.records().pull(request(consent, HealthData.IMMUNIZATIONS));
      assertThatExceptionOfType(ConsentEndedException.class)
          .isThrownBy(second::toList)
          .satisfies(e -> assertThat(e.reason()).isEqualTo(EndCause.USED_UP))
          .satisfies(e -> assertThat(e.consentId()).isEqualTo(consent.id()));
    }
  }

  @Test
  void thePullThatUsedAConsentUpGoesOnToItsEndAndNoOtherBegins() {
    Consent.Active consent =
        app.consent(
            ConsentRequest.ask(
                    CitizenId.parse(LONG_RECORD), Application.TREATMENT, HealthData.IMMUNIZATIONS)
                .once());
    Pull<HealthData> using = pull(consent, HealthData.IMMUNIZATIONS);
    assertThat(using.stream().limit(10)).hasSize(10);
    try (EidClient other = Application.builder(mock).build()) {
      assertThat(other.consents().find(consent.id())).isInstanceOf(Consent.Ended.class);
      assertThatExceptionOfType(ConsentEndedException.class)
          .isThrownBy(() -> other.records().pull(request(consent, HealthData.IMMUNIZATIONS)))
          .satisfies(e -> assertThat(e.reason()).isEqualTo(EndCause.USED_UP));
    }
    assertThat(app.client().consents().find(consent.id())).isInstanceOf(Consent.Ended.class);
    assertThat(using.toList()).hasSize(610);
  }

  @Test
  void aPullThatUsedAConsentUpStopsWhereItIsGivenBackAfterAll() {
    Consent.Active consent =
        app.consent(
            ConsentRequest.ask(
                    CitizenId.parse(LONG_RECORD), Application.TREATMENT, HealthData.IMMUNIZATIONS)
                .once());
    Pull<HealthData> using = pull(consent, HealthData.IMMUNIZATIONS);
    assertThat(using.stream().limit(10)).hasSize(10);
    assertThat(app.client().consents().find(consent.id())).isInstanceOf(Consent.Ended.class);
    app.client().consents().revoke(consent.id(), "no longer needed");
    ended(EndCause.REVOKED_BY_US, using::toList);
  }

  @Test
  void aPullThatIsNeverReadIsNoUse() {
    Consent.Active consent = app.consent(ask(HealthData.IMMUNIZATIONS).once());
    pull(consent, HealthData.IMMUNIZATIONS).close();
    assertThat(pull(consent, HealthData.IMMUNIZATIONS).toList()).isNotEmpty();
  }

  @Test
  void aRevocationThatOneReadMeetsStopsAllOthersAtOnce() {
    Consent.Active consent = app.consent(LONG_RECORD, HealthData.IMMUNIZATIONS);
    Pull<HealthData> first = pull(consent, HealthData.IMMUNIZATIONS);
    assertThat(first.stream().limit(10)).hasSize(10);
    mock.citizen(LONG_RECORD).revoke(consent.id().value());
    Pull<HealthData> second = pull(consent, HealthData.IMMUNIZATIONS);
    ended(EndCause.REVOKED_BY_CITIZEN, second::toList);
    int before = mock.requests().size();
    ended(EndCause.REVOKED_BY_CITIZEN, first::toList);
    assertThat(first.receipt().returned().resources()).isEqualTo(10);
    assertThat(mock.requests()).hasSize(before);
    endedUnsent(EndCause.REVOKED_BY_CITIZEN, consent);
  }

  @Test
  void stopsInMidStreamWhenTheCitizenRevokes() {
    Consent.Active consent = app.consent(LONG_RECORD, HealthData.IMMUNIZATIONS);
    Pull<HealthData> pull = pull(consent, HealthData.IMMUNIZATIONS);
    assertThat(pull.stream().limit(100)).hasSize(100);
    mock.citizen(LONG_RECORD).revoke(consent.id().value());
    ended(EndCause.REVOKED_BY_CITIZEN, pull::toList);
  }

  @Test
  void aConsentThatExpiresBetweenTwoItemsStopsTheStream() {
    Consent.Active consent = app.consent(LONG_RECORD, HealthData.IMMUNIZATIONS);
    Pull<HealthData> pull = pull(consent, HealthData.IMMUNIZATIONS);
    assertThat(pull.stream().limit(10)).hasSize(10);
    mock.advance(Duration.ofDays(400));
    ended(EndCause.EXPIRED, pull::toList);
  }

  @Test
  void goesOnWhenTheServersNonceChangesBetweenTwoPages() {
    Consent.Active consent = app.consent(LONG_RECORD, HealthData.IMMUNIZATIONS);
    Pull<HealthData> pull = pull(consent, HealthData.IMMUNIZATIONS);
    assertThat(pull.stream().limit(100)).hasSize(100);
    mock.advance(Duration.ofMinutes(3));
    assertThat(pull.stream()).hasSize(520);
  }

  @Test
  void namesItsOwnItemTypesOnly() {
    DataSet<String> strange = DataSet.of("immunizations", String.class, "Immunization");
    Consent.Active consent = app.consent(AN.value(), HealthData.IMMUNIZATIONS);
    refusedUnsent("dataSet", request(consent, strange));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> DataSet.of("immunizations", HealthData.class, "../tax"));
  }

  private <T> Pull<T> pull(Consent.Active consent, DataSet<T> dataSet) {
    return records.pull(request(consent, dataSet));
  }

  private static <T> PullRequest<T> request(Consent.Active consent, DataSet<T> dataSet) {
    return PullRequest.under(consent, Application.TREATMENT, dataSet);
  }

  private void refusedUnsent(String field, PullRequest<?> request) {
    int before = mock.requests().size();
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> records.pull(request))
        .satisfies(e -> assertThat(e.field()).isEqualTo(field));
    assertThat(mock.requests()).hasSize(before);
  }

  private void endedUnsent(EndCause reason, Consent.Active consent) {
    int before = mock.requests().size();
    ended(reason, () -> pull(consent, HealthData.IMMUNIZATIONS));
    assertThat(mock.requests()).hasSize(before);
  }

  private static void ended(EndCause reason, Runnable read) {
    assertThatExceptionOfType(ConsentEndedException.class)
        .isThrownBy(read::run)
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private int fhirRequests() {
    return (int) mock.requests().stream().filter(r -> r.path().startsWith("/fhir/")).count();
  }

  private static ConsentRequest ask(DataSet<?>... dataSets) {
    return ConsentRequest.ask(AN, Application.TREATMENT, dataSets);
  }
}
