package vn.eid.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.eid.ConsentEndedException;
import vn.eid.MockedApplicationTest;
import vn.eid.UnavailableException;
import vn.eid.consent.Consent;
import vn.eid.consent.DataSet;
import vn.eid.internal.KnownConsents;
import vn.eid.internal.disk.CrashingDisk;
import vn.eid.internal.disk.CrashingDisk.Loss;
import vn.eid.internal.disk.Disk;
import vn.eid.internal.jose.Keys;
import vn.eid.internal.jose.Seal;
import vn.eid.internal.jose.SigningKey;

/** The machine dies before each operation on the disk, one run for each; then it starts again. */
class SealedRecordsCrashTest extends MockedApplicationTest {
  private static final DataSet<HealthData> SHOTS = HealthData.IMMUNIZATIONS;
  private static final byte[] OLD =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NEW =
      "0123456789abcdef0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
  private static final int MANY = 1_300;

  @TempDir Path temporary;
  private final SigningKey signing = Keys.signing(Keys.freshJwk());
  private Seal storage = Seal.of(List.of(OLD));
  private Consent.Active consent;
  private Path directory;

  @BeforeEach
  void agree() {
    consent = app.consent("099085000011", SHOTS);
    directory = temporary.resolve("0");
  }

  /** Something that is done with a store, and may be interrupted by a crash. */
  private interface Deed {
    void on(SealedRecords store);
  }

  @ParameterizedTest
  @EnumSource
  void aCopyIsThereWholeOrNotAtAll(Loss loss) throws IOException {
    for (int n = 0; ; n++) {
      begin(n);
      boolean done =
          dies(n, loss, store -> store.keep(consent, SHOTS, SealedRecordsTest.items(MANY), "ward"));
      try (SealedRecords store = open(Disk.real())) {
        Optional<SealedCopy> copy = store.find(consent, SHOTS);
        assertThat(copy.isPresent() || !done).as("a copy that was acknowledged, %s", n).isTrue();
        if (copy.isPresent()) {
          assertThat(store.read(consent, SHOTS)).hasSize(MANY);
        }
        nothingLiesAbout(copy.isPresent() ? 1 : 0);
        store.keep(consent, SHOTS, SealedRecordsTest.items(2), "ward");
        assertThat(store.read(consent, SHOTS)).hasSize(2);
      }
      if (done) {
        assertThat(n).as("operations of a keep").isGreaterThan(15);
        return;
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherCopyLeavesTheFormerOrItself(Loss loss) throws IOException {
    for (int n = 0; ; n++) {
      begin(n);
      keep(5);
      boolean done =
          dies(n, loss, store -> store.keep(consent, SHOTS, SealedRecordsTest.items(MANY), "ward"));
      try (SealedRecords store = open(Disk.real())) {
        List<String> read = SealedRecordsTest.texts(store.read(consent, SHOTS));
        assertThat(read).isIn(whole(5), whole(MANY));
        assertThat(read.size() == MANY || !done).isTrue();
        nothingLiesAbout(1);
      }
      if (done) {
        return;
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anErasureThatWasBegunIsCompletedAndNeverTurnsBack(Loss loss) throws IOException {
    for (int n = 0; ; n++) {
      begin(n);
      keep(5);
      boolean done = dies(n, loss, store -> store.erase(consent.id()));
      wholeOrErased(done);
      if (done) {
        return;
      }
    }
  }

  @Test
  void anErasureSurvivesCrashesOfItsOwnCompletion() throws IOException {
    Random random = new Random(4);
    for (int run = 0; run < 150; run++) {
      begin(run);
      keep(5);
      Loss loss = List.of(Loss.values()).get(random.nextInt(4));
      boolean done = dies(random.nextInt(30), loss, store -> store.erase(consent.id()));
      for (int again = 0; again < 3; again++) {
        dies(random.nextInt(12), loss, store -> {});
      }
      wholeOrErased(done);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChangeOfTheStorageKeyLosesNothing(Loss loss) throws IOException {
    for (int n = 0; ; n++) {
      storage = Seal.of(List.of(OLD));
      begin(n);
      keep(5);
      storage = Seal.of(List.of(NEW, OLD));
      boolean done = dies(n, loss, store -> {});
      try (SealedRecords store = open(Disk.real())) {
        assertThat(store.read(consent, SHOTS)).hasSize(5);
        nothingLiesAbout(1);
      }
      storage = Seal.of(List.of(NEW));
      try (SealedRecords store = open(Disk.real())) {
        assertThat(store.read(consent, SHOTS)).hasSize(5);
      }
      if (done) {
        assertThat(n).isGreaterThan(10);
        return;
      }
    }
  }

  private void wholeOrErased(boolean mustBeErased) throws IOException {
    try (SealedRecords store = open(Disk.real())) {
      Optional<Erasure> erasure = store.erasure(consent.id());
      if (erasure.isEmpty()) {
        assertThat(mustBeErased).isFalse();
        assertThat(store.read(consent, SHOTS)).hasSize(5);
        return;
      }
      assertThat(erasure.get().resources()).hasValue(5);
      assertThat(erasure.get().toJson()).contains("signature");
      assertThatExceptionOfType(ConsentEndedException.class)
          .isThrownBy(() -> store.read(consent, SHOTS));
      assertThat(SealedRecordsTest.files(directory.resolve("keys"))).isEmpty();
      assertThat(SealedRecordsTest.files(directory.resolve("copies"))).isEmpty();
      assertThat(SealedRecordsTest.files(directory.resolve("erasures"))).hasSize(1);
    }
  }

  /** Opens, does, and crashes on the way after so many operations; whether all was done before. */
  private boolean dies(int operations, Loss loss, Deed deed) throws IOException {
    CrashingDisk disk = new CrashingDisk(operations);
    try (SealedRecords store = open(disk)) {
      deed.on(store);
    } catch (UnavailableException e) {
      assertThat(disk.isDead()).as("only a crash stops it").isTrue();
    }
    boolean done = !disk.isDead();
    disk.restart(loss);
    return done;
  }

  private void begin(int run) {
    directory = temporary.resolve(String.valueOf(run));
  }

  private void keep(int count) {
    try (SealedRecords store = open(Disk.real())) {
      store.keep(consent, SHOTS, SealedRecordsTest.items(count), "ward");
    }
  }

  private static List<String> whole(int count) {
    return SealedRecordsTest.texts(SealedRecordsTest.items(count));
  }

  private void nothingLiesAbout(int copies) throws IOException {
    assertThat(SealedRecordsTest.files(directory.resolve("copies"))).hasSize(2 * copies);
    if (Files.exists(directory.resolve("keys"))) {
      assertThat(SealedRecordsTest.files(directory.resolve("keys")))
          .allMatch(file -> file.toString().endsWith(".key"));
    }
  }

  private SealedRecords open(Disk disk) {
    Journal journal = new Journal(Optional.empty());
    Clock clock = mock.clock();
    return SealedRecords.open(
        SealedRecordsTest.LOOKING_AWAY,
        storage,
        new KnownConsents(),
        clock,
        signing,
        journal,
        new Layout(directory),
        disk);
  }
}
