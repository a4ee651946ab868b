package vn.eid.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.Application;
import vn.eid.ClientKey;
import vn.eid.ConsentEndedException;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.InvalidRequestException;
import vn.eid.MockedApplicationTest;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.consent.Consent;
import vn.eid.consent.DataSet;
import vn.eid.consent.EndCause;
import vn.eid.internal.KnownConsents;
import vn.eid.internal.Operation;
import vn.eid.internal.disk.Disk;
import vn.eid.internal.jose.Keys;
import vn.eid.internal.jose.Seal;

class SealedRecordsTest extends MockedApplicationTest {
  /** A registry that is never asked. */
  static final Standing LOOKING_AWAY =
      Standing.askedOf(unused -> {}, Clock.systemUTC(), Duration.ZERO);

  private static final String AN = "099085000011";
  private static final DataSet<HealthData> SHOTS = HealthData.IMMUNIZATIONS;
  private static final byte[] OLD =
      "a storage key of just 32 bytes..".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NEW =
      "another storage key of 32 bytes.".getBytes(StandardCharsets.US_ASCII);

  private final KnownConsents known = new KnownConsents();

  @TempDir Path directory;

  @Test
  void keepsWhatWasPulledAndReadsItAgainAlsoInAnotherProcess() throws Exception {
    Consent.Active consent = consent();
    SealedCopy kept = app.client().sealedRecords(directory).keep(consent, SHOTS, items(3), "ward");
    assertThat(kept.resources()).isEqualTo(3);
    assertThat(kept.bytes()).isEqualTo(items(3).mapToInt(item -> item.json().length()).sum());
    assertThat(kept.keptAt()).isBetween(consent.grantedAt(), mock.clock().instant());
    app.close();
    try (EidClient later = Application.builder(mock).build()) {
      SealedRecords reopened = later.sealedRecords(directory);
      assertThat(reopened.find(consent, SHOTS)).contains(kept);
      assertThat(texts(reopened.read(consent, SHOTS))).isEqualTo(texts(items(3)));
    }
  }

  @Test
  void keepsACopyOfManyFramesAndAnEmptyOne() {
    Consent.Active consent = consent();
    SealedRecords store = store();
    store.keep(consent, SHOTS, items(5_000), "ward");
    assertThat(texts(store.read(consent, SHOTS))).isEqualTo(texts(items(5_000)));
    store.keep(consent, SHOTS, Stream.of(), "ward");
    assertThat(store.read(consent, SHOTS).count()).isZero();
  }

  @Test
  void nothingOnTheDiskShowsDataOrConsent() throws Exception {
    Consent.Active consent = consent();
    store().keep(consent, SHOTS, items(3), "ward");
    for (Path file : files(directory)) {
      assertThat(file.toString()).doesNotContain(consent.id().value());
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
          .doesNotContain("Immunization", "shot", consent.subject(), consent.id().value());
    }
  }

  @Test
  void anotherCopyTakesThePlaceOfTheFormer() throws Exception {
    Consent.Active consent = consent();
    SealedRecords store = store();
    store.keep(consent, SHOTS, items(3), "ward");
    store.keep(consent, SHOTS, items(2), "ward");
    assertThat(store.read(consent, SHOTS)).hasSize(2);
    assertThat(files(directory.resolve("copies"))).as("index and copy").hasSize(2);
  }

  @Test
  void whereTheSourceFailsTheFormerCopyStays() throws Exception {
    Consent.Active consent = consent();
    SealedRecords store = store();
    store.keep(consent, SHOTS, items(3), "ward");
    Stream<HealthData> failing =
        items(9)
            .peek(
                item -> {
                  if (item.json().contains("shot 7")) {
                    throw new UncheckedIOException(new IOException("broken"));
                  }
                });
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> store.keep(consent, SHOTS, failing, "ward"));
    assertThat(store.read(consent, SHOTS)).hasSize(3);
    assertThat(files(directory.resolve("copies"))).hasSize(2);
  }

  @Test
  void whenTheConsentIsRevokedTheDataIsGoneAtOnceAndTheRecordStays() throws Exception {
    Consent.Active consent = consent();
    SealedRecords store = store();
    store.keep(consent, SHOTS, items(3), "ward");
    tellOfTheEnd(consent);

    assertThat(files(directory.resolve("keys"))).isEmpty();
    assertThat(files(directory.resolve("copies"))).isEmpty();
    refuses(EndCause.REVOKED_BY_US, () -> store.read(consent, SHOTS));
    refuses(EndCause.REVOKED_BY_US, () -> store.find(consent, SHOTS));
    refuses(EndCause.REVOKED_BY_US, () -> store.keep(consent, SHOTS, items(1), "ward"));
    Erasure erasure = store.erasure(consent.id()).orElseThrow();
    assertThat(erasure.resources()).hasValue(3);
    assertThat(erasure.dataSets()).containsExactly("immunizations");
    assertThat(erasure.subject()).contains(consent.subject());
    assertThat(erasure.erasedAt()).isBetween(erasure.endedAt(), mock.clock().instant());
    assertThat(store.erasures()).hasSize(1);
  }

  @Test
  void anErasureRecordProvesItselfAndNoChangedOneDoes() {
    Consent.Active consent = consent();
    SealedRecords store = store();
    store.keep(consent, SHOTS, items(3), "ward");
    String json = store.erase(consent.id()).orElseThrow().toJson();
    String keys = ClientKey.fromJwk(mock.clientKeyJwk()).publicKeys();

    Erasure proven = Erasure.verify(json, keys);
    assertThat(proven.consentId()).isEqualTo(consent.id());
    assertThat(proven.cause()).isEqualTo(EndCause.OTHER);
    assertThat(json).doesNotContain(AN, "shot");
    String changed = json.replace("\"resources\":3", "\"resources\":2");
    assertThat(changed).isNotEqualTo(json);
    distrusts(Check.SIGNATURE, () -> Erasure.verify(changed, keys));
    String more = json.replace("{\"consent_id\"", "{\"note\":\"x\",\"consent_id\"");
    distrusts(Check.SIGNATURE, () -> Erasure.verify(more, keys));
    String stranger = Keys.fresh().publicKeys();
    distrusts(Check.SIGNATURE, () -> Erasure.verify(json, stranger));
  }

  @Test
  void erasesWhatExpiresAtTheNextUseOfAnyConsent() throws Exception {
    Consent.Active consent = consent();
    SealedRecords store = store();
    store.keep(consent, SHOTS, items(3), "ward");
    mock.advance(Duration.between(mock.clock().instant(), consent.expiresAt()));
    store.find(app.consent("099079000066", SHOTS), SHOTS);
    assertThat(files(directory.resolve("keys"))).isEmpty();
    assertThat(store.erasure(consent.id()).orElseThrow().cause()).isEqualTo(EndCause.EXPIRED);
    refuses(EndCause.EXPIRED, () -> store.read(consent, SHOTS));
  }

  @Test
  void erasesWhatExpiredWhenItIsAskedToAndAtOpening() throws Exception {
    Consent.Active consent = consent();
    SealedRecords store = store();
    store.keep(consent, SHOTS, items(3), "ward");
    store.close();
    mock.advance(Duration.between(mock.clock().instant(), consent.expiresAt()));
    assertThat(store().erasures()).extracting(Erasure::consentId).containsExactly(consent.id());
    Consent.Active second = consent();
    SealedRecords again = store(Seal.of(List.of(OLD)), new Layout(directory.resolve("other")));
    again.keep(second, SHOTS, items(1), "ward");
    mock.advance(Duration.between(mock.clock().instant(), second.expiresAt()));
    again.eraseExpired();
    assertThat(files(directory.resolve("other").resolve("keys"))).isEmpty();
  }

  @Test
  void aConsentThatEndsWhileItsCopyIsWrittenLeavesNothing() throws Exception {
    Consent.Active consent = consent();
    SealedRecords store = store();
    Stream<HealthData> items =
        items(5_000)
            .peek(
                item -> {
                  if (item.json().contains("shot 4000\"")) {
                    tellOfTheEnd(consent);
                  }
                });
    refuses(EndCause.REVOKED_BY_US, () -> store.keep(consent, SHOTS, items, "ward"));
    assertThat(files(directory.resolve("copies"))).isEmpty();
    assertThat(files(directory.resolve("keys"))).isEmpty();
    assertThat(store.erasure(consent.id())).isPresent();
  }

  @Test
  void aConsentThatEndsWithTheLastResourceLeavesNothing() throws Exception {
    Consent.Active consent = consent();
    SealedRecords store = store();
    Stream<HealthData> items = items(1).peek(item -> tellOfTheEnd(consent));
    refuses(EndCause.REVOKED_BY_US, () -> store.keep(consent, SHOTS, items, "ward"));
    assertThat(files(directory.resolve("keys"))).isEmpty();
  }

  @Test
  void aConsentThatEndsWhileItsCopyIsReadGivesNothingMore() {
    Consent.Active consent = consent();
    SealedRecords store = store();
    store.keep(consent, SHOTS, items(5_000), "ward");
    try (Stream<HealthData> stream = store.read(consent, SHOTS)) {
      Iterator<HealthData> reading = stream.iterator();
      assertThat(reading.next().json()).contains("shot 0");
      tellOfTheEnd(consent);
      refuses(EndCause.REVOKED_BY_US, () -> reading.forEachRemaining(item -> {}));
    }
  }

  @Test
  void aBackupOfTheFilesBringsNothingBack() throws Exception {
    Consent.Active consent = consent();
    SealedRecords store = store();
    store.keep(consent, SHOTS, items(3), "ward");
    Path backup = Files.createTempDirectory(directory.getParent(), "backup");
    copy(directory.resolve("keys"), backup.resolve("keys"));
    copy(directory.resolve("copies"), backup.resolve("copies"));
    store.erase(consent.id());
    copy(backup.resolve("keys"), directory.resolve("keys"));
    copy(backup.resolve("copies"), directory.resolve("copies"));
    refuses(EndCause.OTHER, () -> store.read(consent, SHOTS));
    store.close();
    SealedRecords reopened = store();
    refuses(EndCause.OTHER, () -> reopened.read(consent, SHOTS));
    assertThat(files(directory.resolve("keys"))).isEmpty();
    assertThat(files(directory.resolve("copies"))).isEmpty();
  }

  @Test
  void erasingWhereNothingWasKeptLeavesNoRecord() {
    Consent.Active consent = consent();
    SealedRecords store = store();
    assertThat(store.erase(consent.id())).isEmpty();
    tellOfTheEnd(consent);
    assertThat(store.erasures()).isEmpty();
  }

  @Test
  void aChangedStorageKeySealsAllKeysAnewSoThatTheFormerCanGo() throws Exception {
    Consent.Active consent = consent();
    try (SealedRecords store = store()) {
      store.keep(consent, SHOTS, items(3), "ward");
    }
    try (SealedRecords both = store(Seal.of(List.of(NEW, OLD)))) {
      assertThat(both.read(consent, SHOTS)).hasSize(3);
    }
    assertThat(files(directory.resolve("keys"))).hasSize(1);
    try (SealedRecords newer = store(Seal.of(List.of(NEW)))) {
      assertThat(newer.read(consent, SHOTS)).hasSize(3);
    }
  }

  @Test
  void withAnotherStorageKeyNothingOpensAndNothingIsLost() throws Exception {
    Consent.Active consent = consent();
    try (SealedRecords store = store()) {
      store.keep(consent, SHOTS, items(3), "ward");
    }
    try (SealedRecords other = store(Seal.of(List.of(NEW)))) {
      distrusts(Check.DECRYPTION, () -> other.read(consent, SHOTS));
    }
    assertThat(store().read(consent, SHOTS)).hasSize(3);
  }

  @Test
  void erasesAlsoWhatItCannotOpenAndSaysThatItDidNotCount() throws Exception {
    Consent.Active consent = consent();
    SealedRecords store = store();
    store.keep(consent, SHOTS, items(3), "ward");
    Files.writeString(files(directory.resolve("keys")).get(0), "nonsense");
    assertThat(store.erase(consent.id()).orElseThrow().resources()).isEmpty();
    assertThat(files(directory.resolve("copies"))).isEmpty();
  }

  @Test
  void withoutAStorageKeyThereIsNoStore() {
    ClientKey key = ClientKey.fromJwk(mock.clientKeyJwk());
    var builder = EidClient.builder(Environment.sandbox(mock.issuer()), mock.clientId(), key);
    try (EidClient client = builder.build()) {
      complains("storageKey", () -> client.sealedRecords(directory));
    }
  }

  @Test
  void twoAtATimeAreRefusedAndTheFirstGoesOn() {
    Consent.Active consent = consent();
    SealedRecords first = app.client().sealedRecords(directory);
    try (EidClient other = Application.builder(mock).build()) {
      complains("directory", () -> other.sealedRecords(directory));
      complains("directory", () -> other.sealedRecords(directory));
      first.keep(consent, SHOTS, items(1), "ward");
      first.close();
      assertThat(other.sealedRecords(directory).read(consent, SHOTS)).hasSize(1);
    }
  }

  @Test
  void aStoreIsClosedWithItsClientAndDoesNothingMore() {
    Consent.Active consent = consent();
    SealedRecords store = app.client().sealedRecords(directory);
    store.keep(consent, SHOTS, items(9), "ward");
    Iterator<HealthData> reading = store.read(consent, SHOTS).iterator();
    reading.next();
    app.client().close();
    complains("sealedRecords", () -> store.read(consent, SHOTS));
    complains("sealedRecords", () -> reading.forEachRemaining(item -> {}));
  }

  @Test
  void refusesADataSetThatTheCitizenDidNotShareAndOneOfWhichNothingIsKept() {
    Consent.Active consent = consent();
    SealedRecords store = store();
    complains("dataSet", () -> store.keep(consent, HealthData.PATIENT_SUMMARY, items(1), "ward"));
    complains("dataSet", () -> store.read(consent, SHOTS));
    assertThat(store.find(consent, SHOTS)).isEmpty();
  }

  @Test
  void aCopyUnderAnotherConsentDoesNotOpen() throws Exception {
    Consent.Active mine = consent();
    Consent.Active other = app.consent("099079000066", SHOTS);
    SealedRecords store = store();
    store.keep(mine, SHOTS, items(3), "ward");
    Path keyOfMine = files(directory.resolve("keys")).get(0);
    store.keep(other, SHOTS, items(2), "ward");
    Path keyOfOther =
        files(directory.resolve("keys")).stream()
            .filter(file -> !file.equals(keyOfMine))
            .findFirst()
            .orElseThrow();
    Path place = directory.resolve("copies");
    Path from = place.resolve(keyOfOther.getFileName().toString().replace(".key", ""));
    Path to = place.resolve(keyOfMine.getFileName().toString().replace(".key", ""));
    for (Path file : files(from)) {
      Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
    distrusts(Check.DECRYPTION, () -> store.read(mine, SHOTS));
    Files.copy(keyOfOther, keyOfMine, StandardCopyOption.REPLACE_EXISTING);
    distrusts(Check.DECRYPTION, () -> store.read(mine, SHOTS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"changed", "cut", "longer", "removed", "index"})
  void aCopyThatWasTamperedWithIsRefused(String how) throws Exception {
    Consent.Active consent = consent();
    SealedRecords store = store();
    store.keep(consent, SHOTS, items(3_000), "ward");
    tamper(how);
    distrusts(Check.DECRYPTION, () -> store.read(consent, SHOTS).forEach(item -> {}));
  }

  @Test
  void whatStandsBeforeTheChangeWasStillTrue() throws Exception {
    Consent.Active consent = consent();
    SealedRecords store = store();
    store.keep(consent, SHOTS, items(3_000), "ward");
    tamper("changed");
    Iterator<HealthData> reading = store.read(consent, SHOTS).iterator();
    assertThat(texts(Stream.of(reading.next()))).isEqualTo(texts(items(1)));
    distrusts(Check.DECRYPTION, () -> reading.forEachRemaining(item -> {}));
  }

  private void tamper(String how) throws IOException {
    List<Path> files = files(directory.resolve("copies"));
    Path index = files.stream().filter(f -> f.endsWith("index")).findFirst().orElseThrow();
    Path copy = files.stream().filter(f -> !f.endsWith("index")).findFirst().orElseThrow();
    byte[] bytes = Files.readAllBytes(copy);
    switch (how) {
      case "changed" -> {
        bytes[bytes.length - 100] ^= 1;
        Files.write(copy, bytes);
      }
      case "cut" -> Files.write(copy, Arrays.copyOf(bytes, (1 << 16) + 16));
      case "longer" -> Files.write(copy, new byte[16], StandardOpenOption.APPEND);
      case "removed" -> Files.delete(copy);
      default -> Files.writeString(index, Files.readString(index).replace('A', 'B'));
    }
  }

  private SealedRecords store() {
    return store(Seal.of(List.of(OLD)));
  }

  private SealedRecords store(Seal storage) {
    return store(storage, new Layout(directory));
  }

  private SealedRecords store(Seal storage, Layout layout) {
    Journal journal = new Journal(Optional.empty());
    return SealedRecords.open(
        LOOKING_AWAY,
        storage,
        known,
        mock.clock(),
        Keys.signing(mock.clientKeyJwk()),
        journal,
        layout,
        Disk.real());
  }

  private Consent.Active consent() {
    return app.consent(AN, SHOTS);
  }

  /** What the consent feature does where it learns of an end. */
  private void tellOfTheEnd(Consent.Active consent) {
    known.ended(
        Operation.named("test.end"),
        consent.id().value(),
        new KnownConsents.End("revoked_by_recipient", mock.clock().instant()));
  }

  static Stream<HealthData> items(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> item("{\"resourceType\":\"Immunization\",\"id\":\"shot " + i + "\"}"));
  }

  private static HealthData item(String json) {
    return new HealthData("Immunization", json.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> texts(Stream<HealthData> items) {
    return items.map(item -> item.resourceType() + item.json()).toList();
  }

  static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void refuses(EndCause reason, Runnable call) {
    assertThatExceptionOfType(ConsentEndedException.class)
        .isThrownBy(call::run)
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static void distrusts(Check check, Runnable call) {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(call::run)
        .satisfies(e -> assertThat(e.check()).isEqualTo(check));
  }

  private static void complains(String field, Runnable call) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(call::run)
        .satisfies(e -> assertThat(e.field()).isEqualTo(field));
  }
}
