package vn.eid.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import vn.eid.CitizenId;
import vn.eid.PartialDate;
import vn.eid.RateLimitedException;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.mock.Fault;
import vn.eid.mock.SeenRequest;

/** The tax registry fails, or lies. */
class BulkFaultsTest extends BulkJobTest {

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {
        "BATCH_HTTP_ERROR_500",
        "BATCH_RATE_LIMITED",
        "BATCH_CONNECTION_RESET",
        "BATCH_RESULT_CUT",
        "BATCH_RESULT_ROW_MISSING",
        "BATCH_RESULT_ROW_TWICE",
        "BATCH_FORGOTTEN",
        "BATCH_SLOW"
      })
  void whatHappensOnceIsOutlivedAndNothingIsDoneTwice(Fault fault) throws Exception {
    mock.injectOnce(fault);
    BulkSummary summary = link(job(HEADER + AN + HUONG + AN));
    assertThat(said("result")).containsExactly("linked", "linked", "linked");
    assertThat(summary.rows()).isEqualTo(3);
    assertThat(mock.rowsDone()).isEqualTo(2);
    assertThat(mock.timesLinked("099085000011")).isEqualTo(1);
  }

  @Test
  void aBatchWhoseAnswerWasLostIsSentAgainUnderTheSameKeys() throws Exception {
    mock.injectOnce(Fault.BATCH_CONNECTION_RESET);
    link(job(HEADER + AN + HUONG));
    List<SeenRequest> batches =
        mock.requests().stream().filter(r -> r.path().endsWith("/batches")).toList();
    assertThat(batches).hasSize(2);
    assertThat(batches.get(1).header("Idempotency-Key"))
        .isEqualTo(batches.get(0).header("Idempotency-Key"));
    assertThat(batches.get(1).body()).isEqualTo(batches.get(0).body());
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {
        "BATCH_HTTP_ERROR_500",
        "BATCH_CONNECTION_RESET",
        "BATCH_RESULT_CUT",
        "BATCH_FORGOTTEN"
      })
  void anOutageThatLastsStopsTheJobWhichGoesOnLater(Fault fault) throws Exception {
    BulkLink job = job(rows(30)).inChunksOf(10).patientFor(Duration.ofMinutes(2));
    mock.inject(fault);
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> link(job))
        .withMessageContaining("0 rows have their results; resume the job")
        .matches(UnavailableException::mayHaveTakenEffect);
    goesOnOnceItIsOver(job);
  }

  @Test
  void aLimitThatLastsStopsTheJobWhichGoesOnLater() throws Exception {
    BulkLink job = job(rows(30)).inChunksOf(10).patientFor(Duration.ofMinutes(1));
    mock.inject(Fault.BATCH_RATE_LIMITED);
    assertThatExceptionOfType(RateLimitedException.class)
        .isThrownBy(() -> link(job))
        .withMessageContaining("resume the job");
    goesOnOnceItIsOver(job);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      mode = Mode.INCLUDE,
      names = {
        "BATCH_RESULT_CONTRADICTION",
        "BATCH_RESULT_FOREIGN_ROW",
        "BATCH_RESULT_OTHER_CITIZEN",
        "BATCH_RESULT_NOT_NDJSON",
        "BATCH_REAL_TAX_CODE"
      })
  void aLieIsNotWrittenDownAndTheJobGoesOnOnceItIsOver(Fault fault) throws Exception {
    BulkLink job = job(HEADER + AN + HUONG);
    mock.inject(fault);
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> link(job))
        .withMessageNotContaining("099085000011");
    assertThat(said()).isEmpty();
    goesOnOnceItIsOver(job);
  }

  @Test
  void aRowThatIsLeftOutAgainAndAgainIsSaidToBe() throws Exception {
    mock.inject(Fault.BATCH_RESULT_ROW_MISSING);
    BulkSummary summary = link(job(rows(5)));
    assertThat(summary.count(RowOutcome.UNANSWERED)).isEqualTo(1);
    assertThat(said())
        .filteredOn(row -> "unanswered".equals(row.get("result")))
        .extracting(row -> row.get("problem"))
        .singleElement(STRING)
        .contains("once more");
    assertThat(mock.batchesReceived()).isEqualTo(3);
  }

  @Test
  void aResultThatIsNotKnownIsSaidToBeOne() throws Exception {
    mock.inject(Fault.BATCH_RESULT_UNKNOWN);
    assertThat(link(job(HEADER + AN)).count(RowOutcome.OTHER)).isEqualTo(1);
    assertThat(said("result")).containsExactly("other");
  }

  @Test
  void waitsBetweenItsAttemptsLongerEachTime() {
    mock.inject(Fault.BATCH_HTTP_ERROR_500);
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> link(job(HEADER + AN).patientFor(Duration.ofMinutes(10))));
    assertThat(mock.batchesReceived()).isBetween(8, 30);
  }

  @Test
  void aThreadThatIsInterruptedStopsAndTheJobGoesOnLater() throws Exception {
    LinkRow an =
        LinkRow.of(
            CitizenId.parse("099085000011"), "Nguyễn Văn An", PartialDate.parse("1985-03-12"));
    AtomicInteger read = new AtomicInteger();
    Iterable<LinkRow> rows =
        () ->
            Stream.generate(() -> an)
                .limit(60)
                .peek(unused -> interruptAt(25, read.incrementAndGet()))
                .iterator();
    BulkLink job = BulkLink.of(LinkRows.of(rows), LinkResults.csv(results())).inChunksOf(10);
    assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> link(job));
    write(new byte[0]);
    goesOnOnceItIsOver(job);
  }

  private static void interruptAt(int row, int read) {
    if (row == read) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anApplicationWhoseListenerFailsCanGoOnLater() throws Exception {
    BulkLink job = job(rows(30)).inChunksOf(10);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                link(
                    job.reportingTo(
                        unused -> {
                          throw new IllegalStateException("no terminal");
                        })));
    goesOnOnceItIsOver(job);
  }

  private void goesOnOnceItIsOver(BulkLink job) throws InterruptedException {
    // Switches the faults off; the registry forgets all that it did.
    mock.reset();
    BulkSummary summary = link(job.resuming());
    assertThat(said()).hasSize((int) summary.rows());
    assertThat(Set.copyOf(said("row"))).hasSize((int) summary.rows());
    assertThat(said("result")).doesNotContain("unanswered", "already_linked");
    assertThat(filesLeft()).containsExactly(Path.of("result.csv"), Path.of("staff.csv"));
  }
}
