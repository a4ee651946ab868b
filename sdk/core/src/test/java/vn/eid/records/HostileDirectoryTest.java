package vn.eid.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.ConsentEndedException;
import vn.eid.MockedApplicationTest;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.consent.Consent;
import vn.eid.consent.DataSet;
import vn.eid.internal.KnownConsents;
import vn.eid.internal.disk.Disk;
import vn.eid.internal.disk.DurableFile;
import vn.eid.internal.jose.Keys;
import vn.eid.internal.jose.Seal;

/** Somebody who has no key writes into the directory, or the file system leaves things there. */
class HostileDirectoryTest extends MockedApplicationTest {
  private static final DataSet<HealthData> SHOTS = HealthData.IMMUNIZATIONS;
  private static final String NOBODYS = "0".repeat(64);

  @TempDir Path temporary;
  private final KnownConsents known = new KnownConsents();
  private Path directory;
  private Path outside;
  private Consent.Active consent;

  @BeforeEach
  void keepSomethingAndSomethingElse() throws IOException {
    directory = temporary.resolve("store");
    outside = Files.createDirectory(temporary.resolve("outside"));
    Files.writeString(outside.resolve("precious"), "precious");
    consent = app.consent("099085000011", SHOTS);
    try (SealedRecords store = store()) {
      store.keep(consent, SHOTS, SealedRecordsTest.items(3), "ward");
    }
  }

  @Test
  void aLinkInThePlaceOfCopiesIsRemovedAndNotFollowed() throws IOException {
    Files.createSymbolicLink(directory.resolve("copies").resolve(NOBODYS), outside);
    store().close();
    isUntouched();
    assertThat(directory.resolve("copies").resolve(NOBODYS)).doesNotExist();
  }

  @Test
  void aLinkAmongTheCopiesIsRemovedAndNotFollowed() throws IOException {
    Path link = Files.createSymbolicLink(copies().resolve("x"), outside);
    try (SealedRecords store = store()) {
      assertThat(link).doesNotExist();
      Files.createSymbolicLink(link, outside);
      assertThat(store.erase(consent.id())).isPresent();
    }
    isUntouched();
  }

  @Test
  void aLinkInThePlaceOfAConsentsCopiesLosesNobodyElsesFiles() throws IOException {
    Files.move(copies(), temporary.resolve("moved"));
    Files.createSymbolicLink(directory.resolve("copies").resolve(name()), outside);
    try (SealedRecords store = store()) {
      store.keep(consent, SHOTS, SealedRecordsTest.items(2), "ward");
      assertThat(store.read(consent, SHOTS)).hasSize(2);
      isUntouched();
      store.erase(consent.id());
    }
    isUntouched();
  }

  @Test
  void aLinkInThePlaceOfAKeyIsNotOverwrittenWhereItLeads() throws IOException {
    Path key = directory.resolve("keys").resolve(name() + ".key");
    Files.delete(key);
    Files.createSymbolicLink(key, outside.resolve("precious"));
    Files.createSymbolicLink(
        directory.resolve("keys").resolve(name() + ".key.old"), outside.resolve("precious"));
    try (SealedRecords store = store()) {
      store.erase(consent.id());
    }
    isUntouched();
    assertThat(directory.resolve("keys")).isEmptyDirectory();
  }

  @Test
  void aLinkToNowhereIsRemovedToo() throws IOException {
    Path key = directory.resolve("keys").resolve(NOBODYS + ".key");
    Files.createSymbolicLink(key, temporary.resolve("nowhere"));
    store().close();
    assertThat(Files.isSymbolicLink(key)).isFalse();
  }

  @Test
  void filesThatAreNotOursAreLeftAloneAndDoNoHarm() throws IOException {
    List<Path> strange = List.of(Path.of(".DS_Store"), Path.of(".nfs0001"), Path.of("Thumbs.db"));
    for (String place : List.of("keys", "copies", "erasures")) {
      for (Path file : strange) {
        Files.writeString(directory.resolve(place).resolve(file), "x");
      }
    }
    Files.writeString(directory.resolve("erasures").resolve(".begun"), "x");
    try (SealedRecords store = store()) {
      assertThat(store.read(consent, SHOTS)).hasSize(3);
      assertThat(store.erasures()).isEmpty();
      assertThat(store.erase(consent.id())).isPresent();
      assertThat(store.erasures()).hasSize(1);
    }
    assertThat(directory.resolve("keys").resolve(".DS_Store")).exists();
  }

  @Test
  void aDirectoryThatWasPutAmongTheCopiesStopsNoErasure() throws IOException {
    Files.createDirectories(copies().resolve("deep").resolve("deeper"));
    Files.writeString(copies().resolve("deep").resolve("file"), "x");
    try (SealedRecords store = store()) {
      assertThat(store.read(consent, SHOTS)).hasSize(3);
      Files.createDirectories(copies().resolve("deep").resolve("deeper"));
      assertThat(store.erase(consent.id()).orElseThrow().toJson()).contains("signature");
    }
    assertThat(copies()).doesNotExist();
  }

  @Test
  void aForgedBeginningOfAnErasureKeepsNobodyElseOut() throws IOException {
    Consent.Active other = app.consent("099079000066", SHOTS);
    try (SealedRecords store = store()) {
      store.keep(other, SHOTS, SealedRecordsTest.items(2), "ward");
    }
    Files.writeString(directory.resolve("erasures").resolve(name() + ".begun"), "nonsense");
    try (SealedRecords store = store()) {
      assertThat(store.read(other, SHOTS)).hasSize(2);
      assertThatExceptionOfType(UntrustedException.class)
          .isThrownBy(() -> store.read(consent, SHOTS));
    }
  }

  @Test
  void theBeginningOfAnErasureIsOfOneConsentOnly() throws IOException {
    Consent.Active other = app.consent("099079000066", SHOTS);
    String begun = name() + ".begun";
    try (SealedRecords store = store()) {
      store.keep(other, SHOTS, SealedRecordsTest.items(2), "ward");
    }
    try (SealedRecords store = store(new Failing(directory.resolve("copies")))) {
      assertThatExceptionOfType(UnavailableException.class)
          .isThrownBy(() -> store.erase(consent.id()));
    }
    Path erasures = directory.resolve("erasures");
    Files.copy(erasures.resolve(begun), erasures.resolve(Layout.nameOf(other.id()) + ".begun"));
    try (SealedRecords store = store()) {
      assertThat(store.erasures()).extracting(Erasure::consentId).containsExactly(consent.id());
    }
  }

  @Test
  void oneConsentThatCannotBeErasedDoesNotKeepTheOthersAlive() throws IOException {
    Consent.Active other = app.consent("099079000066", SHOTS);
    try (SealedRecords store = store(new Failing(copies()))) {
      store.keep(other, SHOTS, SealedRecordsTest.items(2), "ward");
      mock.advance(Duration.between(mock.clock().instant(), other.expiresAt()));
      store.eraseExpired();
      assertThat(store.erasures()).extracting(Erasure::consentId).containsExactly(other.id());
      assertThatExceptionOfType(ConsentEndedException.class)
          .isThrownBy(() -> store.read(consent, SHOTS));
    }
    try (SealedRecords store = store()) {
      assertThat(store.erasures()).hasSize(2);
    }
  }

  @Test
  void nobodyElseOnTheMachineMayReadAnyOfIt() throws IOException {
    try (SealedRecords store = store()) {
      store.keep(app.consent("099079000066", SHOTS), SHOTS, SealedRecordsTest.items(2), "ward");
      store.erase(consent.id());
    }
    assertThat(permissions(directory)).isEqualTo("rwx------");
    for (String place : List.of("keys", "copies", "erasures")) {
      try (Stream<Path> all = Files.walk(directory.resolve(place))) {
        assertThat(all.toList())
            .hasSizeGreaterThan(1)
            .allSatisfy(file -> assertThat(permissions(file)).endsWith("------"));
      }
    }
  }

  private void isUntouched() throws IOException {
    assertThat(outside.resolve("precious")).hasContent("precious");
    try (Stream<Path> all = Files.list(outside)) {
      assertThat(all).hasSize(1);
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private String name() {
    return Layout.nameOf(consent.id());
  }

  private Path copies() {
    return directory.resolve("copies").resolve(name());
  }

  private SealedRecords store() {
    return store(Disk.real());
  }

  private SealedRecords store(Disk disk) {
    return SealedRecords.open(
        SealedRecordsTest.LOOKING_AWAY,
        Seal.of(List.of("a storage key of just 32 bytes..".getBytes(StandardCharsets.US_ASCII))),
        known,
        mock.clock(),
        Keys.signing(mock.clientKeyJwk()),
        new Journal(Optional.empty()),
        new Layout(directory),
        disk);
  }

  /** A disk on which nothing under one path can be deleted. */
  private static final class Failing implements Disk {
    private final Disk real = Disk.real();
    private final Path stuck;

    Failing(Path stuck) {
      this.stuck = stuck;
    }

    @Override
    public void delete(Path file) throws IOException {
      if (file.startsWith(stuck)) {
        throw new FileSystemException("stuck");
      }
      real.delete(file);
    }

    @Override
    public void makeDirectory(Path file) throws IOException {
      real.makeDirectory(file);
    }

    @Override
    public DurableFile append(Path file) throws IOException {
      return real.append(file);
    }

    @Override
    public void truncate(Path file, long length) throws IOException {
      real.truncate(file, length);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      real.move(from, to);
    }

    @Override
    public void overwrite(Path file) throws IOException {
      real.overwrite(file);
    }

    @Override
    public void forceDirectory(Path file) throws IOException {
      real.forceDirectory(file);
    }
  }
}
