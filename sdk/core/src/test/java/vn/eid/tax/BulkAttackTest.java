package vn.eid.tax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.Application;
import vn.eid.EidClient;
import vn.eid.InvalidRequestException;
import vn.eid.UnavailableException;
import vn.eid.internal.disk.CrashingDisk;
import vn.eid.internal.disk.Disk;
import vn.eid.mock.Fault;
import vn.eid.tax.JournalFrame.Begin;

/** Somebody wants rows lost, files written elsewhere, or a formula run; or only bad luck does. */
class BulkAttackTest extends BulkJobTest {
  private static final String EXTRA = "NV-2,099195000077,Hoàng Thu Hà,15/09/1995,\r\n";

  @Test
  void aChunkWhoseThreadIsInterruptedIsNotLost() throws Exception {
    BulkLink job = job(rows(30)).inChunksOf(10).atOnce(1);
    mock.injectOnce(Fault.BATCH_HTTP_ERROR_500);
    try (EidClient interrupted = Application.inStep(mock).httpClient(interruptsOnce()).build()) {
      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() -> interrupted.taxLinks().link(job));
    }
    link(job.resuming());
    assertThat(said()).hasSize(30);
  }

  /**
   * An application's own interceptor that leaves its thread interrupted, as a timeout of it may.
   */
  private static OkHttpClient interruptsOnce() {
    AtomicBoolean done = new AtomicBoolean();
    return new OkHttpClient.Builder()
        .addInterceptor(
            chain -> {
              Response response = chain.proceed(chain.request());
              if (chain.request().url().encodedPath().endsWith("/batches")
                  && !done.getAndSet(true)) {
                Thread.currentThread().interrupt();
              }
              return response;
            })
        .build();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 32, 40, 48, 56})
  void aJournalThatReachedTheDiskBeforeItsResultsStopsNoLaterResumption(int second)
      throws Exception {
    BulkLink job = job(rows(60)).inChunksOf(5).atOnce(2);
    dies(job, new CrashingDisk(24), Duration.ofDays(1));
    // The power went: of the results less was there than of the journal.
    try (RandomAccessFile results = new RandomAccessFile(results().toFile(), "rw")) {
      results.setLength(CsvResultLines.header().length + 200);
    }
    dies(job, new CrashingDisk(second), Duration.ZERO);
    link(job.resuming());
    assertThat(said()).hasSize(60);
    assertThat(mock.rowsDone()).isEqualTo(60);
  }

  private void dies(BulkLink job, Disk disk, Duration forceEvery) throws InterruptedException {
    try {
      client.taxLinks().link(job.resuming(), disk, forceEvery);
    } catch (UnavailableException e) {
      assertThat(e).hasMessageContaining("disk");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {EXTRA, "NV-9,099188000055,Đỗ Thị Hương,1988-11-02,\r\n"})
  void aFinishedJobOfOtherPeopleIsNotTakenForThisOne(String other) throws Exception {
    for (boolean json : List.of(false, true)) {
      write((HEADER + AN + HUONG).getBytes(UTF_8));
      LinkResults results = json ? LinkResults.ndjson(results()) : LinkResults.csv(results());
      BulkLink job = BulkLink.of(LinkRows.csv(staff()), results).resuming();
      link(job);
      assertThat(link(job).rowsBefore()).isEqualTo(2);
      write((HEADER + AN + other).getBytes(UTF_8));
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> link(job))
          .withMessageContaining("row 3")
          .withMessageNotContaining("099188000055");
      Files.delete(results());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"result.csv", "result.csv.journal"})
  void aLinkThatSomebodyLaidInTheWayIsNotFollowed(String name) throws Exception {
    BulkLink job = job(HEADER + AN);
    Path elsewhere = directory.resolve("elsewhere");
    Files.createSymbolicLink(directory.resolve(name), elsewhere);
    for (BulkLink attempt : List.of(job, job.resuming())) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> link(attempt))
          .withMessageContaining("symbolic link");
    }
    assertThat(Files.exists(elsewhere, LinkOption.NOFOLLOW_LINKS)).isFalse();
    assertThat(mock.batchesReceived()).isZero();
  }

  @Test
  void aLinkThatSomebodyLaysInTheWayWhileTheProviderIsAwaitedIsNotFollowed() throws Exception {
    Path elsewhere = directory.resolve("elsewhere");
    BulkLink job = job(HEADER + AN);
    for (BulkLink attempt : List.of(job, job.resuming())) {
      refusedWhileWaiting(
          attempt, () -> Files.createSymbolicLink(results(), elsewhere), "symbolic link");
      Files.delete(results());
    }
    assertThat(Files.exists(elsewhere, LinkOption.NOFOLLOW_LINKS)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"result.csv", "result.csv.journal"})
  void aFileThatComesWhileTheProviderIsAwaitedIsNotTouched(String name) throws Exception {
    Path file = directory.resolve(name);
    refusedWhileWaiting(
        job(HEADER + AN), () -> Files.writeString(file, "another's"), "is there already");
    assertThat(file).hasContent("another's");
  }

  @Test
  void aJournalThatOthersMayWriteWhileTheProviderIsAwaitedIsRefused() throws Exception {
    BulkLink job = job(rows(30)).inChunksOf(5);
    dies(job, new CrashingDisk(16), Duration.ZERO);
    Path journal = directory.resolve("result.csv.journal");
    refusedWhileWaiting(
        job.resuming(),
        () -> Files.setPosixFilePermissions(journal, PosixFilePermissions.fromString("rw-rw-rw-")),
        "others can write");
  }

  private void refusedWhileWaiting(BulkLink job, Callable<Path> meanwhile, String why) {
    mock.reset();
    AtomicBoolean done = new AtomicBoolean();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  if (!done.getAndSet(true)) {
                    laid(meanwhile);
                  }
                  return chain.proceed(chain.request());
                })
            .build();
    try (EidClient waiting = Application.inStep(mock).httpClient(http).build()) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> waiting.taxLinks().link(job))
          .withMessageContaining(why);
    }
    assertThat(mock.batchesReceived()).isZero();
  }

  private static void laid(Callable<Path> meanwhile) throws IOException {
    try {
      assertThat(meanwhile.call()).isNotNull();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aLockThatLeadsElsewhereIsNotFollowed() throws Exception {
    BulkLink job = job(HEADER + AN);
    Path elsewhere = directory.resolve("elsewhere");
    Files.createSymbolicLink(directory.resolve("result.csv.journal.lock"), elsewhere);
    assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> link(job));
    assertThat(Files.exists(elsewhere)).isFalse();
  }

  @Test
  void aJournalThatOthersCanWriteIsRefused() throws Exception {
    BulkLink job = job(rows(30)).inChunksOf(5);
    dies(job, new CrashingDisk(16), Duration.ZERO);
    Path journal = directory.resolve("result.csv.journal");
    for (String rights : List.of("rw--w----", "rw-----w-")) {
      Files.setPosixFilePermissions(journal, PosixFilePermissions.fromString(rights));
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> link(job.resuming()))
          .withMessageContaining("others can write");
    }
    Files.setPosixFilePermissions(journal, PosixFilePermissions.fromString("rw-------"));
    link(job.resuming());
    assertThat(said()).hasSize(30);
  }

  @Test
  void theSecretOfAJobStandsInNoText() {
    assertThat(new Begin("c2VjcmV0", 5, ResultFormat.CSV, "owner").toString())
        .doesNotContain("c2VjcmV0");
  }

  @Test
  void aClockThatIsSetBackMakesNoPauseLonger() throws Exception {
    List<Duration> slept = new ArrayList<>();
    MovedClock clock = new MovedClock();
    Pace pace = new Pace(4, clock, slept::add);
    pace.limited(pace.enter(), Duration.ofSeconds(5));
    pace.leave();
    clock.now = clock.now.minus(Duration.ofDays(1));
    int unused = pace.enter();
    assertThat(slept).isEmpty();
    assertThat(pace.isPaused()).isFalse();
  }

  private static final class MovedClock extends Clock {
    private Instant now = Instant.parse("2026-01-31T08:30:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void aPatienceForEverOutlivesARefusal() throws Exception {
    mock.injectOnce(Fault.BATCH_RATE_LIMITED);
    link(job(HEADER + AN).patientFor(ChronoUnit.FOREVER.getDuration()));
    assertThat(said("result")).containsExactly("linked");
  }

  @Test
  void aFormulaIsNoneAlsoWhereASpreadsheetSeparatesCellsOtherwise() throws Exception {
    link(
        job(
            HEADER
                + "\"x;=1+1;y\",,,,\n\"x\t@a\",,,,\n\"x\n -2\",,,,\n\u200b=1,,,,\n\uff1d1,,,,\n"
                + "A-1;B+2,,,,\n"));
    assertThat(said("reference"))
        .containsExactly("x;'=1+1;y", "x\t'@a", "x\n' -2", "'\u200b=1", "'\uff1d1", "A-1;B+2");
  }

  @Test
  void theNameOfAColumnCommandsNoTerminal() throws Exception {
    String title = "\u001b]0;x\u0007no\u202ete\u009b2J";
    BulkSummary summary = link(job(HEADER.strip() + "," + title + "\n" + AN.strip() + ",\n"));
    assertThat(summary.ignoredColumns()).containsExactly("]0;xnote2J");
    Files.delete(results());
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> link(job("citizen_id,full_name," + title + "\n")))
        .matches(e -> String.valueOf(e.getMessage()).chars().noneMatch(Character::isISOControl));
  }

  @Test
  void aRowOfJsonThatNamesAColumnTwiceIsNotGuessedAt() throws Exception {
    String person = "\"full_name\":\"Nguyễn Văn An\",\"birth_date\":\"1985-03-12\"}\n";
    linkJson(
        "{\"cccd\":\"099188000055\",\"citizen_id\":\"099085000011\","
            + person
            + "{\"citizen_id\":\"099085000011\","
            + person);
    List<String> lines = Files.readAllLines(results());
    assertThat(lines.get(0)).contains("\"invalid_row\"", "\"column\":\"citizen_id\"");
    assertThat(lines.get(1)).contains("\"linked\"");
  }

  @Test
  void halfACharacterInAReferenceStopsNoJob() throws Exception {
    linkJson(
        "{\"reference\":\"\\ud800x\",\"citizen_id\":\"099085000011\",\"full_name\":\"Nguyễn Văn"
            + " An\",\"birth_date\":\"1985-03-12\"}\n");
    assertThat(Files.readAllLines(results())).hasSize(1);
    assertThat(Files.readString(results())).contains("\"linked\"");
  }

  private void linkJson(String rows) throws IOException, InterruptedException {
    write(rows.getBytes(UTF_8));
    link(BulkLink.of(LinkRows.ndjson(staff()), LinkResults.ndjson(results())));
  }
}
