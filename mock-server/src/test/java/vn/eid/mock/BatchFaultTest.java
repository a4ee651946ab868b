package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.eid.mock.Batch.ordinary;
import static vn.eid.mock.Batch.row;

import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchFaultTest extends RecipientTest {
  private static final Batch BATCH =
      new Batch().with(ordinary("a")).with(row("b", "099203000088", "Bùi Khánh", "2003-12-01"));

  private Answer send() {
    return BATCH.send(recipient, "key-1");
  }

  private List<String> spoilt(Fault fault) {
    mock.injectOnce(fault);
    List<String> lines = send().isOk().body().lines().toList();
    assertThat(Batch.results(send())).hasSize(2);
    assertThat(mock.rowsDone()).isEqualTo(2);
    return lines;
  }

  @Test
  void theBatchIsDoneAndTheAnswerIs500() {
    mock.injectOnce(Fault.BATCH_HTTP_ERROR_500);
    send().isProblem(500, "server_error", "after it had done the batch");
    assertThat(mock.linksMade()).isEqualTo(1);
    assertThat(Batch.results(send()).path("a").path("result").asText()).isEqualTo("linked");
  }

  @Test
  void theRegistryDoesNothingAndAsksForPatience() {
    mock.injectOnce(Fault.BATCH_RATE_LIMITED);
    Answer busy = send();
    busy.isProblem(429, "rate_limited", "nothing was done");
    assertThat(busy.header("Retry-After")).isEqualTo("1");
    assertThat(mock.linksMade()).isZero();
  }

  @Test
  void theBatchIsDoneAndTheConnectionBreaks() {
    mock.injectOnce(Fault.BATCH_CONNECTION_RESET);
    assertThatThrownBy(this::send).isInstanceOf(UncheckedIOException.class);
    assertThat(mock.linksMade()).isEqualTo(1);
    assertThat(Batch.results(send())).hasSize(2);
  }

  @Test
  void theResultsAreCutInTheMiddle() {
    mock.injectOnce(Fault.BATCH_RESULT_CUT);
    assertThatThrownBy(this::send).isInstanceOf(UncheckedIOException.class);
    assertThat(Batch.results(send())).hasSize(2);
  }

  @Test
  void oneRowHasNoResult() {
    assertThat(spoilt(Fault.BATCH_RESULT_ROW_MISSING)).hasSize(1);
  }

  @Test
  void oneResultStandsThereTwice() {
    List<String> lines = spoilt(Fault.BATCH_RESULT_ROW_TWICE);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(2)).isEqualTo(lines.get(1));
  }

  @Test
  void oneRowHasTwoResultsThatContradict() {
    List<String> lines = spoilt(Fault.BATCH_RESULT_CONTRADICTION);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(2)).isNotEqualTo(lines.get(1)).startsWith(lines.get(1).substring(0, 14));
  }

  @Test
  void aResultIsOfARowThatNobodySent() {
    assertThat(spoilt(Fault.BATCH_RESULT_FOREIGN_ROW))
        .hasSize(3)
        .anyMatch(l -> l.contains("nobody-sent"));
  }

  @Test
  void theTaxCodeIsAnotherCitizens() {
    assertThat(String.join("", spoilt(Fault.BATCH_RESULT_OTHER_CITIZEN)))
        .doesNotContain(ORDINARY)
        .contains("\"tax_code\":\"099085");
  }

  @Test
  void theTaxCodeIsNoSyntheticOne() {
    assertThat(String.join("", spoilt(Fault.BATCH_REAL_TAX_CODE))).contains("\"tax_code\":\"001");
  }

  @Test
  void nobodyHasHeardOfTheResult() {
    assertThat(spoilt(Fault.BATCH_RESULT_UNKNOWN)).anyMatch(l -> l.contains("\"postponed\""));
  }

  @Test
  void theResultsAreAPage() {
    mock.injectOnce(Fault.BATCH_RESULT_NOT_NDJSON);
    assertThat(send().isOk().header("Content-Type")).startsWith("text/html");
  }

  @Test
  void theRegistryForgetsTheBatch() {
    mock.injectOnce(Fault.BATCH_FORGOTTEN);
    Answer later = send();
    assertThat(later.status()).isEqualTo(202);
    assertThat(later.json().path("rows").asInt()).isEqualTo(2);
    Batch.results(recipient, later.text("batch_id")).isProblem(404, "batch_not_found", "No batch");
    assertThat(Batch.results(send()).path("a").path("result").asText()).isEqualTo("linked");
  }

  @Test
  void faultsOfLinkedRowsWaitForALinkedRow() {
    mock.injectOnce(Fault.BATCH_RESULT_OTHER_CITIZEN);
    Batch nobody = new Batch().with(row("b", "099203000088", "Bùi Khánh", "2003-12-01"));
    nobody.send(recipient).isOk();
    assertThat(send().body()).doesNotContain(ORDINARY);
  }
}
