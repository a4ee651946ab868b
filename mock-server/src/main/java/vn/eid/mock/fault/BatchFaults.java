package vn.eid.mock.fault;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import vn.eid.mock.Fault;
import vn.eid.mock.endpoint.Endpoint;
import vn.eid.mock.endpoint.Exchange;
import vn.eid.mock.endpoint.Refusal;
import vn.eid.mock.endpoint.Reply;
import vn.eid.mock.state.Secrets;

/**
 * Stands before the batches of the tax registry: what is done is done, but the answer gets lost, is
 * spoilt or is forgotten.
 */
public final class BatchFaults implements Endpoint {
  private final Faults faults;
  private final Endpoint batches;
  private final BatchResultFaults results;

  public BatchFaults(Faults faults, Endpoint batches) {
    this.faults = faults;
    this.batches = batches;
    this.results = new BatchResultFaults(faults);
  }

  @Override
  public void checkSize(int bytes) {
    batches.checkSize(bytes);
  }

  @Override
  public Reply answer(Exchange exchange) {
    if (faults.fires(Fault.BATCH_RATE_LIMITED)) {
      throw Refusal.of(429, "rate_limited", "The registry takes no more rows; nothing was done.")
          .header("Retry-After", "1");
    }
    Reply good = batches.answer(exchange);
    if (faults.fires(Fault.BATCH_HTTP_ERROR_500)) {
      throw Refusal.of(500, "server_error", "The registry failed after it had done the batch.");
    }
    if (faults.fires(Fault.BATCH_CONNECTION_RESET)) {
      return Reply.connectionReset();
    }
    if (exchange.method().equals("POST") && faults.fires(Fault.BATCH_FORGOTTEN)) {
      return forgotten(exchange);
    }
    return good.status() == 200 ? spoilt(good) : good;
  }

  private Reply spoilt(Reply good) {
    if (faults.fires(Fault.BATCH_RESULT_NOT_NDJSON)) {
      return Reply.html(200, "<!DOCTYPE html><title>Bảo trì</title><p>Hệ thống đang bảo trì.</p>");
    }
    Reply changed = new Reply(good.status(), good.headers(), results.apply(good.body()));
    return faults.fires(Fault.BATCH_RESULT_CUT) ? changed.cutInTheMiddle() : changed;
  }

  // Under an id that nobody finds: whoever comes for the results is told that there is no batch.
  private static Reply forgotten(Exchange exchange) {
    long rows = new String(exchange.body(), StandardCharsets.UTF_8).lines().count();
    String id = Secrets.random();
    return Reply.json(202, Map.of("batch_id", id, "rows", rows))
        .with("Retry-After", "1")
        .with("Location", exchange.url() + "/" + id + "/results");
  }
}
