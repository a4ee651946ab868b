package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.eid.mock.Batch.ordinary;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TaxBatchRefusalTest extends RecipientTest {
  private static final String GOOD = new Batch().with(ordinary("a")).lines();

  @AfterEach
  void nothingWasDone() {
    assertThat(mock.rowsReceived() + mock.rowsDone() + mock.linksMade()).isZero();
  }

  private Answer send(String lines) {
    return Batch.send(recipient, "key-1", lines);
  }

  /** A body that no part of is done, and what is said about it. */
  record BadBody(String lines, String reason) {
    @Override
    public String toString() {
      return reason;
    }
  }

  static List<BadBody> badBodies() {
    return List.of(
        new BadBody("", "has no rows"),
        new BadBody(GOOD.strip(), "does not end with a line feed"),
        new BadBody(GOOD + "\n", "Line 2 is not a JSON object"),
        new BadBody(GOOD + "[]\n", "Line 2 is not a JSON object"),
        new BadBody(GOOD + "{\"row_key\"\n", "Line 2 is not a JSON object"),
        new BadBody(GOOD.strip() + " {}\n", "Line 1 is more than one JSON object"),
        new BadBody(GOOD.replace("row_key", "rowKey"), "Line 1 has a member that is not known"),
        new BadBody(GOOD.replace("\"row_key\":\"a\",", ""), "Line 1 has no row_key"),
        new BadBody(GOOD.replace("\"a\"", "\"a b\""), "Line 1 has no row_key of 1 to 64"),
        new BadBody(GOOD.replace("\"a\"", "\"" + "a".repeat(65) + "\""), "no row_key of 1 to 64"),
        new BadBody(GOOD.replace("\"a\"", "1"), "Line 1 has no row_key"),
        new BadBody(GOOD.replace("\"full_name\"", "\"row_key\""), "Line 1 has a member twice"),
        new BadBody(GOOD + GOOD, "the same row_key"));
  }

  @ParameterizedTest
  @MethodSource("badBodies")
  void aBatchOfABadFormIsRefusedWhole(BadBody bad) {
    Answer answer = send(bad.lines());
    answer.isProblem(400, "invalid_request", bad.reason());
    assertThat(answer.body()).doesNotContain("Nguyễn").doesNotContain(ORDINARY);
  }

  @Test
  void aStrangeMemberIsNamed() {
    send(GOOD.replace("{", "{\"salary\":1,")).isProblemWith("salary", "invalid_request", "Line 1");
  }

  @Test
  void moreThanFiveThousandRowsAreTooMany() {
    Batch batch = new Batch();
    for (int i = 0; i <= 5_000; i++) {
      batch.with(ordinary("row-" + i));
    }
    Answer answer = send(batch.lines());
    answer.isProblem(413, "batch_too_large", "at most 5,000 rows");
    assertThat(answer.json().path("max_rows").asInt()).isEqualTo(5_000);
  }

  @Test
  void moreThanFourMegabytesAreTooMuch() {
    Answer answer = send(GOOD + " ".repeat(4 * 1024 * 1024) + "\n");
    answer.isProblem(413, "batch_too_large", "4 MB");
  }

  @Test
  void otherRoutesTakeNoMoreThanBefore() {
    recipient
        .post(
            "/tax/v1/links",
            "tax_link",
            " ".repeat(1024 * 1024 + 1),
            "application/json",
            Map.of("Idempotency-Key", "key-1"))
        .isProblem(413, "body_too_large", "1 MB");
  }

  @Test
  void aBatchNeedsItsTypeItsKeyAndItsScope() {
    recipient
        .post(Batch.PATH, "tax_link", GOOD, "application/json", Map.of("Idempotency-Key", "k"))
        .isProblem(415, "unsupported_media_type", "application/x-ndjson");
    recipient
        .post(Batch.PATH, "tax_link", GOOD, Batch.TYPE, Map.of())
        .isProblem(400, "idempotency_key_missing", "Idempotency-Key");
    recipient
        .post(Batch.PATH, "consent", GOOD, Batch.TYPE, Map.of("Idempotency-Key", "k"))
        .isProblem(403, "insufficient_scope", "tax_link");
  }

  @Test
  void resultsOfNoBatchAreNotFound() {
    Batch.results(recipient, "unknown").isProblem(404, "batch_not_found", "No batch");
  }
}
