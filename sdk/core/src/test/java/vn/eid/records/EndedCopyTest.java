package vn.eid.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.ClientKey;
import vn.eid.ConsentEndedException;
import vn.eid.EidClient;
import vn.eid.InvalidRequestException;
import vn.eid.MockedApplicationTest;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.audit.AuditLedger;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentRequest;
import vn.eid.consent.DataSet;
import vn.eid.consent.EndCause;
import vn.eid.internal.KnownConsents;
import vn.eid.internal.Operation;
import vn.eid.internal.disk.Disk;
import vn.eid.internal.jose.Keys;
import vn.eid.internal.jose.Seal;
import vn.eid.internal.json.Json;
import vn.eid.mock.Fault;

/** How the end of a consent reaches the sealed copy, by each way that it can be learned. */
class EndedCopyTest extends MockedApplicationTest {
  private static final String AN = "099085000011";
  private static final DataSet<HealthData> SHOTS = HealthData.IMMUNIZATIONS;

  @TempDir Path directory;
  private Path ledger;
  private EidClient client;
  private Application clinic;
  private SealedRecords store;
  private volatile boolean cut;

  @AfterEach
  void closeTheClinic() {
    clinic.close();
  }

  @BeforeEach
  void openAClinicWithALedger() {
    ledger = directory.resolve("ledger");
    client = Application.builder(mock).auditLedger(ledger).httpClient(cable()).build();
    clinic = Application.of(client);
    store = client.sealedRecords(directory.resolve("store"));
  }

  @Test
  void aRevocationByUsReachesTheCopyBeforeTheRegistryAnswers() throws IOException {
    Consent.Active consent = kept();
    cut = true;
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> client.consents().revoke(consent.id(), "done"));
    isErased(consent, EndCause.REVOKED_BY_US);
  }

  @Test
  void aRevocationByTheCitizenReachesTheCopyWhenTheConsentIsLookedAt() throws IOException {
    Consent.Active consent = kept();
    mock.citizen(AN).revoke(consent.id().value());
    assertThat(client.consents().find(consent.id())).isInstanceOf(Consent.Ended.class);
    isErased(consent, EndCause.REVOKED_BY_CITIZEN);
  }

  @Test
  void aRevocationByTheCitizenReachesTheCopyWithAPullThatIsRefused() throws IOException {
    Consent.Active consent = kept();
    mock.citizen(AN).revoke(consent.id().value());
    assertThatExceptionOfType(ConsentEndedException.class).isThrownBy(() -> pull(consent).toList());
    // Nobody signed that refusal: the look into the copy brings the proof.
    assertThat(store.erasures()).isEmpty();
    refuses(EndCause.REVOKED_BY_CITIZEN, () -> store.read(consent, SHOTS));
    isErased(consent, EndCause.REVOKED_BY_CITIZEN);
  }

  @Test
  void aRevocationByTheCitizenReachesTheCopyWithTheNextLookIntoIt() throws IOException {
    Consent.Active consent = kept();
    mock.citizen(AN).revoke(consent.id().value());
    refuses(EndCause.REVOKED_BY_CITIZEN, () -> store.read(consent, SHOTS));
    isErased(consent, EndCause.REVOKED_BY_CITIZEN);
  }

  @Test
  void whereTheRegistryDoesNotAnswerTheCopyStaysShut() throws IOException {
    Consent.Active consent = kept();
    cut = true;
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> store.read(consent, SHOTS));
    cut = false;
    assertThat(store.read(consent, SHOTS)).isNotEmpty();
  }

  @Test
  void whereALookCountsForAWhileTheCopyIsReadWithoutTheRegistryForSoLong() throws IOException {
    store.close();
    store = client.sealedRecords(directory.resolve("store"), Duration.ofHours(1));
    Consent.Active consent = kept();
    assertThat(store.read(consent, SHOTS)).isNotEmpty();
    cut = true;
    mock.advance(Duration.ofMinutes(59));
    assertThat(store.read(consent, SHOTS)).isNotEmpty();
    mock.advance(Duration.ofMinutes(2));
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> store.read(consent, SHOTS));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> client.sealedRecords(directory, Duration.ofHours(25)));
  }

  @Test
  void aPullOfWhichSomethingWasReadIsNotTakenForAWholeOne() throws IOException {
    Consent.Active consent = kept();
    Pull<HealthData> begun = pull(consent);
    assertThat(begun.stream().findFirst()).isPresent();
    assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> store.keep(begun));
    Pull<HealthData> ended = pull(consent);
    assertThat(ended.toList()).isNotEmpty();
    assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> store.keep(ended));
    assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(ended::toList);
    assertThat(store.read(consent, SHOTS)).as("what was kept before").hasSize(3);
    assertThat(store.keep(pull(consent)).resources()).isEqualTo(14);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"END_RECEIPT_BAD_SIGNATURE", "END_RECEIPT_OTHER_CONSENT", "END_RECEIPT_MISSING"})
  void anEndThatIsNotProvenStopsReadingAndDestroysNothing(Fault fault) throws IOException {
    Consent.Active consent = kept();
    mock.citizen(AN).revoke(consent.id().value());
    // Once for the look below, and once for each of two tries to read.
    IntStream.range(0, 3).forEach(unused -> mock.injectOnce(fault));
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> client.consents().find(consent.id()));
    refuses(EndCause.REVOKED_BY_CITIZEN, () -> pull(consent).toList());
    refuses(EndCause.REVOKED_BY_CITIZEN, () -> store.read(consent, SHOTS));
    refuses(EndCause.REVOKED_BY_CITIZEN, () -> store.find(consent, SHOTS));
    refuses(EndCause.REVOKED_BY_CITIZEN, () -> store.keep(consent, SHOTS, Stream.of(), "ward"));
    assertThat(store.erasures()).isEmpty();
    assertThat(SealedRecordsTest.files(directory.resolve("store").resolve("keys"))).hasSize(1);
    store.close();
    store = client.sealedRecords(directory.resolve("store"));
    assertThat(store.erasures()).as("after opening it anew").isEmpty();

    assertThat(client.consents().find(consent.id())).isInstanceOf(Consent.Ended.class);
    isErased(consent, EndCause.REVOKED_BY_CITIZEN);
  }

  @Test
  void whatWasPulledWithTheLastUseIsKeptAndReadUntilItsTimeIsOver() throws IOException {
    Consent.Active consent =
        clinic.consent(
            ConsentRequest.ask(CitizenId.parse(AN), Application.TREATMENT, SHOTS).once());
    store.keep(consent, SHOTS, pull(consent).stream(), "ward");
    refuses(EndCause.USED_UP, () -> pull(consent).toList());
    assertThat(client.consents().find(consent.id())).isInstanceOf(Consent.Ended.class);
    assertThat(store.read(consent, SHOTS)).isNotEmpty();
    store.keep(consent, SHOTS, SealedRecordsTest.items(2), "ward");
    assertThat(store.read(consent, SHOTS)).hasSize(2);
    mock.advance(Duration.between(mock.clock().instant(), consent.expiresAt()));
    refuses(EndCause.EXPIRED, () -> store.read(consent, SHOTS));
    isErased(consent, EndCause.EXPIRED);
  }

  @Test
  void aUsedUpConsentThatIsGivenBackTakesItsCopyAlong() throws IOException {
    Consent.Active consent =
        clinic.consent(
            ConsentRequest.ask(CitizenId.parse(AN), Application.TREATMENT, SHOTS).once());
    store.keep(consent, SHOTS, pull(consent).stream(), "ward");
    assertThat(client.consents().find(consent.id())).isInstanceOf(Consent.Ended.class);
    assertThat(store.find(consent, SHOTS)).isPresent();
    client.consents().revoke(consent.id(), "the citizen wants it gone");
    isErased(consent, EndCause.REVOKED_BY_US);
  }

  @Test
  void anExpiredCopyDoesNotComeBackWithTheClock() throws IOException {
    Consent.Active consent = kept();
    Duration left = Duration.between(mock.clock().instant(), consent.expiresAt());
    store.close();
    store(new Journal(Optional.empty()), Clock.offset(mock.clock(), left)).close();
    store = store(new Journal(Optional.empty()), mock.clock());
    refuses(EndCause.EXPIRED, () -> store.read(consent, SHOTS));
    refuses(EndCause.EXPIRED, () -> store.keep(consent, SHOTS, Stream.of(), "ward"));
  }

  @Test
  void theLedgerSaysWhatWasKeptReadRefusedAndErased() throws IOException {
    Consent.Active consent = kept();
    store.read(consent, SHOTS, "ward 3").forEach(item -> {});
    client.consents().revoke(consent.id(), "done");
    refuses(EndCause.REVOKED_BY_US, () -> store.read(consent, SHOTS, "ward 4"));
    List<String> lines = Files.readAllLines(ledger);
    assertThat(lines).hasSize(4);
    says(lines.get(0), "kept", "ward", 3, "kept");
    says(lines.get(1), "reopened", "ward 3", 3, "reopened");
    says(lines.get(2), "erased", "application", 3, "consent_revoked_by_us");
    says(lines.get(3), "refused", "ward 4", 0, "consent_revoked_by_us");
    assertThat(lines)
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains(consent.id().value(), consent.subject(), "\"immunizations\"")
                    .doesNotContain(AN, "shot"));
    String keys = ClientKey.fromJwk(mock.clientKeyJwk()).publicKeys();
    assertThat(AuditLedger.verify(ledger, keys).isIntact()).isTrue();
  }

  @Test
  void whereTheLedgerCannotBeWrittenNothingIsKeptAndNothingRead() throws IOException {
    Consent.Active consent = kept();
    SealedCopy before = store.find(consent, SHOTS).orElseThrow();
    Journal broken = new Journal(Optional.of(closedLedger()));
    store.close();
    try (SealedRecords other = store(broken, mock.clock())) {
      assertThatExceptionOfType(UnavailableException.class)
          .isThrownBy(() -> other.keep(consent, SHOTS, SealedRecordsTest.items(1), "ward"));
      assertThat(other.find(consent, SHOTS)).contains(before);
      assertThatExceptionOfType(UnavailableException.class)
          .isThrownBy(() -> other.read(consent, SHOTS));
      assertThat(other.erase(consent.id())).as("that is never stopped").isPresent();
    }
  }

  @Test
  void theLedgerHasAnErasureWhoseDataSetsNoLineCouldHold() throws IOException {
    List<DataSet<HealthData>> all =
        List.of(
            HealthData.PATIENT_SUMMARY, HealthData.IMMUNIZATIONS, HealthData.LABORATORY_RESULTS);
    Consent.Active consent = clinic.consent(AN, all.toArray(new DataSet<?>[0]));
    all.forEach(dataSet -> store.keep(consent, dataSet, SealedRecordsTest.items(1), "ward"));
    store.erase(consent.id());
    assertThat(Files.readAllLines(ledger).get(3))
        .contains("\"data_set\":\"immunizations laboratory_results patient_summary\"");
    Erasure many = erasureOf(IntStream.range(0, 30).mapToObj(i -> "data_set_" + i).toList());
    try (AuditLedger open = ledger("many")) {
      new Journal(Optional.of(open)).erased(Operation.named("test"), many);
    }
    assertThat(Files.readString(directory.resolve("many")))
        .contains("\"data_set\":\"30 data sets\"");
  }

  private static Erasure erasureOf(List<String> dataSets) {
    byte[] json =
        Json.bytes(Map.of("consent_id", "c-1", "cause", "expired", "data_sets", dataSets));
    return Erasure.of(Json.object(Operation.named("test"), "The record", json));
  }

  @Test
  void aCopyIsReadWhileOthersTakeItsPlace() throws Exception {
    Consent.Active consent = kept();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        boolean writes = i % 2 == 0;
        all.add(threads.submit(() -> turn(consent, writes)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(SealedRecordsTest.files(directory.resolve("store").resolve("copies"))).hasSize(2);
  }

  private void turn(Consent.Active consent, boolean writes) {
    for (int i = 0; i < 40; i++) {
      if (writes) {
        store.keep(consent, SHOTS, SealedRecordsTest.items(3), "ward");
      } else {
        assertThat(store.read(consent, SHOTS)).hasSize(3);
      }
    }
  }

  private OkHttpClient cable() {
    return new OkHttpClient.Builder()
        .addInterceptor(
            chain -> {
              if (cut) {
                throw new IOException("cut");
              }
              return chain.proceed(chain.request());
            })
        .build();
  }

  private Consent.Active kept() {
    Consent.Active consent = clinic.consent(AN, SHOTS);
    store.keep(consent, SHOTS, SealedRecordsTest.items(3), "ward");
    return consent;
  }

  private Pull<HealthData> pull(Consent.Active consent) {
    return client.records().pull(PullRequest.under(consent, Application.TREATMENT, SHOTS));
  }

  private AuditLedger closedLedger() {
    AuditLedger closed = ledger("closed");
    closed.close();
    return closed;
  }

  private AuditLedger ledger(String name) {
    return AuditLedger.open(
        Keys.signing(mock.clientKeyJwk()), mock.clock(), directory.resolve(name), Optional.empty());
  }

  private SealedRecords store(Journal journal, Clock clock) {
    return SealedRecords.open(
        SealedRecordsTest.LOOKING_AWAY,
        Seal.of(List.of("a storage key of just 32 bytes..".getBytes(StandardCharsets.US_ASCII))),
        new KnownConsents(),
        clock,
        Keys.signing(mock.clientKeyJwk()),
        journal,
        new Layout(directory.resolve("store")),
        Disk.real());
  }

  private void isErased(Consent.Active consent, EndCause cause) throws IOException {
    assertThat(SealedRecordsTest.files(directory.resolve("store").resolve("keys"))).isEmpty();
    assertThat(SealedRecordsTest.files(directory.resolve("store").resolve("copies"))).isEmpty();
    assertThat(store.erasure(consent.id()).orElseThrow().cause()).isEqualTo(cause);
    refuses(cause, () -> store.read(consent, SHOTS));
  }

  private static void says(String line, String event, String who, int count, String outcome) {
    assertThat(line)
        .contains("\"event\":\"" + event + "\",\"asked_by\":\"" + who + "\"")
        .contains("\"count\":" + count + ",\"outcome\":\"" + outcome + "\"");
  }

  private static void refuses(EndCause reason, Runnable call) {
    assertThatExceptionOfType(ConsentEndedException.class)
        .isThrownBy(call::run)
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
