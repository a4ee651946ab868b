package vn.eid.tax;

import java.util.Map;
import okhttp3.HttpUrl;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.http.Problems;
import vn.eid.internal.http.WireRequest;
import vn.eid.internal.http.WireResponse;
import vn.eid.internal.json.Fields;
import vn.eid.internal.json.JsonLines;

/** Some rows, sent as one batch; the same request each time, so that nothing is done twice. */
final class BatchCall {
  private static final long ANSWER_FOR_ROW = 4_096;
  private static final long ANSWER_MOST = 16L << 20;

  // One for all attempts: where one may have been taken on, a later one that was refused the
  // connection undoes nothing.
  private final Operation operation = Operation.named(BulkLinking.VERB);
  private final Connection connection;
  private final Map<String, LinkRow> rows;
  private final byte[] body;
  private final String idempotencyKey;

  BatchCall(Connection connection, RowKeys keys, Map<String, LinkRow> rows) {
    this.connection = connection;
    this.rows = rows;
    this.body = body(rows);
    this.idempotencyKey = keys.ofBatch(body);
  }

  /**
   * Asks once, and waits until the batch is finished.
   *
   * @throws vn.eid.UnavailableException where the answer did not come, also because the registry
   *     forgot the batch: ask again
   */
  Map<String, RowAnswer> ask(Patience.Waiting waiting)
      throws InterruptedException, TooLargeException {
    WireResponse response = sent();
    if (response.status() == 202) {
      response = finished(batchId(response), response, waiting);
    }
    return new BatchAnswer(connection, operation, rows).read(response);
  }

  private WireResponse sent() throws TooLargeException {
    WireRequest request =
        WireRequest.jsonLines(operation, url().build(), body)
            .header("Idempotency-Key", idempotencyKey)
            .limit(limit());
    WireResponse response = connection.resources().send(operation, TaxRegistry.SCOPE, request);
    if (response.isSuccess()) {
      return response;
    }
    if (response.status() == 413 && rows.size() > 1) {
      throw new TooLargeException(mostRows(response));
    }
    throw Problems.of(operation, response);
  }

  private WireResponse finished(String batchId, WireResponse accepted, Patience.Waiting waiting)
      throws InterruptedException {
    HttpUrl results = url().addPathSegment(batchId).addPathSegment("results").build();
    WireResponse response = accepted;
    while (response.status() == 202) {
      waiting.asked(
          response.retryAfter(),
          operation.unavailable(true, "The tax registry does not finish a batch."));
      WireRequest request = WireRequest.get(operation, results).unrepeated().limit(limit());
      response = connection.resources().send(operation, TaxRegistry.SCOPE, request);
    }
    if (response.status() == 404) {
      throw operation.unavailable(true, "The tax registry forgot a batch.");
    }
    if (!response.isSuccess()) {
      throw Problems.of(operation, response);
    }
    return response;
  }

  private HttpUrl.Builder url() {
    return connection.provider().national(operation).tax().newBuilder().addPathSegment("batches");
  }

  private long limit() {
    return Math.min(ANSWER_MOST, (rows.size() + 16) * ANSWER_FOR_ROW);
  }

  private int mostRows(WireResponse refusal) {
    int half = rows.size() / 2;
    if (!refusal.isJson()) {
      return half;
    }
    Fields problem = refusal.json("The tax registry's refusal");
    long most = problem.integer("max_rows").orElse((long) half);
    // Rows can be too long as well as too many: then fewer than allowed were sent.
    return most >= 1 && most < rows.size() ? (int) most : half;
  }

  private String batchId(WireResponse accepted) {
    String id = accepted.json("The tax registry's answer").requiredText("batch_id");
    if (!id.matches("[A-Za-z0-9_-]{1,128}")) {
      throw operation.untrusted(Check.FORMAT, "The tax registry's batch id has no usable form.");
    }
    return id;
  }

  private static byte[] body(Map<String, LinkRow> rows) {
    JsonLines lines = new JsonLines();
    for (Map.Entry<String, LinkRow> entry : rows.entrySet()) {
      LinkRow row = entry.getValue();
      lines
          .begin()
          .text("row_key", entry.getKey())
          .text("citizen_id", row.citizen().value())
          .text("full_name", row.fullName().value())
          .text("birth_date", row.birthDate().toString());
      if (!row.oldCodes().isEmpty()) {
        lines.texts("old_tax_codes", row.oldCodes());
      }
      lines.end();
    }
    return lines.bytes();
  }
}
