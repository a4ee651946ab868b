package vn.eid.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.eid.Application;
import vn.eid.EidClient;
import vn.eid.UnavailableException;
import vn.eid.internal.disk.CrashingDisk;
import vn.eid.internal.disk.CrashingDisk.Loss;
import vn.eid.internal.disk.Disk;
import vn.eid.mock.EidMock;
import vn.eid.mock.MockOptions;

/** The machine dies before each operation on the disk, one run for each; then it starts again. */
class BulkCrashingDiskTest {
  private static final int ROWS = 40;
  private static final Duration EACH_CHUNK = Duration.ZERO;
  private static final Duration NEVER = Duration.ofDays(1);

  private static EidMock mock;
  private static EidClient client;
  private static int payrolls;

  @TempDir Path temporary;
  private Path directory = Path.of("none yet");

  @BeforeAll
  static void open() {
    mock = EidMock.start(MockOptions.defaults().generate(1_000_000, 11));
    client = Application.inStep(mock).build();
    // So that answers come before their turn.
    mock.slowBatches(Duration.ofSeconds(9));
  }

  @AfterAll
  static void close() {
    client.close();
    mock.close();
  }

  @ParameterizedTest
  @EnumSource
  void eachRowIsLinkedOnceWhereverTheMachineDies(Loss loss) throws Exception {
    diesEverywhere(loss, EACH_CHUNK);
  }

  @ParameterizedTest
  @EnumSource
  void eachRowIsLinkedOnceAlsoWhereLittleReachedTheDisk(Loss loss) throws Exception {
    diesEverywhere(loss, NEVER);
  }

  private void diesEverywhere(Loss loss, Duration forceEvery) throws Exception {
    for (int n = 0; ; n++) {
      TestPayroll payroll = begin(n);
      long before = mock.rowsDone();
      CrashingDisk disk = new CrashingDisk(n);
      boolean died = dies(disk, forceEvery);
      disk.restart(loss);
      if (died) {
        link(Disk.real(), forceEvery);
      }
      payroll.mustBeDone(mock, results());
      assertThat(mock.rowsDone() - before).isEqualTo(payroll.different());
      nothingLiesAbout();
      if (!died) {
        assertThat(n).as("operations of a job").isGreaterThan(15);
        return;
      }
    }
  }

  @Test
  void aJobSurvivesCrashesOfItsResumptions() throws Exception {
    for (int run = 0; run < 40; run++) {
      TestPayroll payroll = begin(run);
      Loss loss = List.of(Loss.values()).get(run % 4);
      for (int again = 0; again < 6; again++) {
        CrashingDisk disk = new CrashingDisk(3 + (run * 7 + again * 3) % 12);
        dies(disk, run % 3 == 0 ? EACH_CHUNK : NEVER);
        disk.restart(loss);
      }
      link(Disk.real(), EACH_CHUNK);
      payroll.mustBeDone(mock, results());
    }
  }

  @Test
  void aFullDiskIsSaidToBeOneAndTheJobGoesOnOnceThereIsRoom() throws Exception {
    TestPayroll payroll = begin(0);
    CrashingDisk full = new CrashingDisk(9);
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> link(full, EACH_CHUNK))
        .withMessageContaining("make room")
        .withMessageContaining("resume the job");
    link(Disk.real(), EACH_CHUNK);
    payroll.mustBeDone(mock, results());
  }

  private boolean dies(CrashingDisk disk, Duration forceEvery) throws InterruptedException {
    try {
      link(disk, forceEvery);
    } catch (UnavailableException e) {
      assertThat(disk.isDead()).as("only a crash stops it").isTrue();
    }
    return disk.isDead();
  }

  private void link(Disk disk, Duration forceEvery) throws InterruptedException {
    BulkLink job =
        BulkLink.of(LinkRows.csv(directory.resolve("staff.csv")), LinkResults.csv(results()))
            .inChunksOf(5)
            .atOnce(3)
            .resuming();
    client.taxLinks().link(job, disk, forceEvery);
  }

  private TestPayroll begin(int run) throws IOException {
    directory = Files.createDirectory(temporary.resolve(String.valueOf(run)));
    return TestPayroll.of(mock, ROWS, ++payrolls).writtenTo(directory.resolve("staff.csv"));
  }

  private Path results() {
    return directory.resolve("result.csv");
  }

  private void nothingLiesAbout() throws IOException {
    try (var files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          // An empty lock that a power cut brings back does no harm.
          .filteredOn(name -> !name.endsWith(".lock"))
          .containsExactlyInAnyOrder("staff.csv", "result.csv");
    }
  }
}
