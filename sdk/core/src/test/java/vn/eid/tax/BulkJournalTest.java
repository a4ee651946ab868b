package vn.eid.tax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.InvalidRequestException;
import vn.eid.UnavailableException;
import vn.eid.internal.disk.CrashingDisk;

/** What an earlier run left was changed before the next one. */
class BulkJournalTest extends BulkJobTest {
  private static final int ROWS = 60;

  private BulkLink job;

  @BeforeEach
  void killInTheMiddle() {
    mock.slowBatches(Duration.ofSeconds(9));
    job = job(rows(ROWS)).inChunksOf(5).atOnce(3);
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> client.taxLinks().link(job, new CrashingDisk(24), Duration.ofDays(1)));
    assertThat(said().size()).isBetween(10, ROWS - 10);
  }

  @Test
  void goesOnWhereItStoppedAndAsksForNoMoreThanWasUnderWay() throws Exception {
    int written = said().size();
    long received = mock.rowsReceived();
    BulkSummary summary = link(job.resuming());
    assertThat(summary.isResumed()).isTrue();
    assertThat(summary.rowsBefore()).isLessThanOrEqualTo(written).isGreaterThan(written - 6);
    complete();
    assertThat(mock.rowsReceived() - received).isLessThanOrEqualTo(ROWS - written + 20);
  }

  @Test
  void theSizeOfChunksStaysAsItWas() throws Exception {
    link(job.inChunksOf(7).resuming());
    complete();
  }

  @Test
  void withoutResumingNothingIsTouched() throws IOException {
    byte[] journal = Files.readAllBytes(journal());
    assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> link(job));
    assertThat(Files.readAllBytes(journal())).isEqualTo(journal);
  }

  @Test
  void aTornEndIsCutOffWhereverItTore() throws Exception {
    byte[] journal = Files.readAllBytes(journal());
    byte[] results = Files.readAllBytes(results());
    int begin = firstEntry(journal);
    for (int length = begin; length < journal.length; length += 41) {
      Files.write(journal(), Arrays.copyOf(journal, length));
      Files.write(results(), results);
      goesOnOrRefuses(results);
    }
  }

  /** As a power cut leaves them: each has reached the disk up to a place of its own. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void bothCutAtAnyByteAreGoneOnWithOrRefused(long seed) throws Exception {
    Random random = new Random(seed);
    byte[] journal = Files.readAllBytes(journal());
    byte[] results = Files.readAllBytes(results());
    int begin = firstEntry(journal);
    for (int i = 0; i < 6; i++) {
      byte[] cut = Arrays.copyOf(results, random.nextInt(results.length + 1));
      int length = begin + random.nextInt(journal.length - begin + 1);
      Files.write(journal(), Arrays.copyOf(journal, length));
      Files.write(results(), cut);
      goesOnOrRefuses(cut);
    }
  }

  @Test
  void aBitThatFlippedIsFoundWhereverItIs() throws Exception {
    byte[] journal = Files.readAllBytes(journal());
    byte[] results = Files.readAllBytes(results());
    for (int at = 0; at < journal.length; at += 37) {
      byte[] changed = journal.clone();
      changed[at] ^= 0x10;
      Files.write(journal(), changed);
      Files.write(results(), results);
      goesOnOrRefuses(results);
    }
  }

  /** Either the job is completed, or it is refused and nothing is touched. */
  private void goesOnOrRefuses(byte[] results) throws Exception {
    try {
      link(job.resuming());
      complete();
    } catch (InvalidRequestException e) {
      assertThat(e).hasMessageContaining("begin anew");
      assertThat(Files.readAllBytes(results())).isEqualTo(results);
    }
  }

  @Test
  void aJournalOfAnotherJobIsRefused() throws Exception {
    Path other = directory.resolve("other.csv");
    Path others = directory.resolve("others.csv");
    Files.writeString(others, rows(30).replace("NV-", "XY-"));
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(
            () ->
                client
                    .taxLinks()
                    .link(
                        BulkLink.of(LinkRows.csv(others), LinkResults.csv(other)).inChunksOf(3),
                        new CrashingDisk(24),
                        Duration.ZERO));
    Files.copy(
        directory.resolve("other.csv.journal"), journal(), StandardCopyOption.REPLACE_EXISTING);
    refused("one of them was changed, cut or moved");
  }

  @Test
  void aFileThatIsNoJournalIsRefused() throws Exception {
    Files.writeString(journal(), "Dear diary");
    refused("no journal of a bulk link");
    assertThat(journal()).hasContent("Dear diary");
  }

  @Test
  void aResultsFileThatSomebodyEditedIsRefused() throws Exception {
    link(job.resuming());
    killInTheMiddle(Duration.ZERO);
    Files.writeString(results(), Files.readString(results()).replace("NV-00001", "NV-1"));
    refused("one of them was changed, cut or moved");
  }

  @Test
  void aResultsFileThatIsGoneIsRefused() throws Exception {
    link(job.resuming());
    killInTheMiddle(Duration.ZERO);
    Files.delete(results());
    refused("one of them was changed, cut or moved");
  }

  @Test
  void theOtherFormatOfResultsIsRefused() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(
            () ->
                link(BulkLink.of(LinkRows.csv(staff()), LinkResults.ndjson(results())).resuming()))
        .withMessageContaining("writes its results as CSV");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NV-00001", "Người Thử 1,", "01/02/1985"})
  void rowsThatWereChangedInTheFinishedPartAreNamed(String text) throws Exception {
    String staff = Files.readString(staff());
    write(staff.replaceFirst(text, text.replace('1', '7')).getBytes(UTF_8));
    byte[] results = Files.readAllBytes(results());
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> link(job.resuming()))
        .withMessageContaining("Some of the rows up to 6 have their results and were changed");
    assertThat(Files.readAllBytes(results())).isEqualTo(results);
    write(staff.getBytes(UTF_8));
    link(job.resuming());
    complete();
  }

  @Test
  void aRowThatWasAddedOrRemovedInTheFinishedPartIsFound() throws Exception {
    write(rows(ROWS).replace(row(3), "").getBytes(UTF_8));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> link(job.resuming()))
        .withMessageContaining("up to 6");
    write(rows(4).getBytes(UTF_8));
    assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> link(job.resuming()));
    write(rows(5).getBytes(UTF_8));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> link(job.resuming()))
        .withMessageContaining("The rows end before row");
  }

  @Test
  void rowsThatWereChangedInThePartThatIsToBeDoneAreTakenAsTheyAre() throws Exception {
    write(rows(ROWS).replace("Người Thử 59", "Người Khác").getBytes(UTF_8));
    link(job.resuming());
    assertThat(said()).hasSize(ROWS);
  }

  private void killInTheMiddle(Duration forceEvery) throws IOException {
    Files.deleteIfExists(results());
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> client.taxLinks().link(job, new CrashingDisk(30), forceEvery));
  }

  private void refused(String why) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> link(job.resuming()))
        .withMessageContaining(why);
  }

  private void complete() throws IOException {
    assertThat(said("reference"))
        .isEqualTo(IntStream.range(0, ROWS).mapToObj("NV-%05d"::formatted).toList());
    assertThat(mock.rowsDone()).isEqualTo(ROWS);
    assertThat(filesLeft()).containsExactly(Path.of("result.csv"), Path.of("staff.csv"));
  }

  private Path journal() {
    return directory.resolve("result.csv.journal");
  }

  private static int firstEntry(byte[] journal) {
    return JournalFrame.HEAD + ByteBuffer.wrap(journal).getInt();
  }
}
