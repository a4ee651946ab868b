package vn.eid.mock.endpoint;

import java.util.Map;
import vn.eid.mock.state.MockClock;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.TaxBatch;
import vn.eid.mock.state.TaxBatches;

/** What the registry says about a batch: its results, or when to come for them. */
final class TaxBatchAnswers {
  private final String issuer;
  private final MockClock clock;
  private final TaxBatches batches;

  TaxBatchAnswers(MockState state) {
    this.issuer = state.issuer();
    this.clock = state.clock();
    this.batches = state.taxBatches();
  }

  Reply of(TaxBatch batch) {
    return batch.results(clock.instant()).map(TaxBatchAnswers::lines).orElseGet(() -> later(batch));
  }

  static Reply lines(byte[] lines) {
    return Reply.typed(200, TaxRows.TYPE, lines).with("Cache-Control", "no-store");
  }

  private Reply later(TaxBatch batch) {
    return Reply.json(202, Map.of("batch_id", batch.id(), "rows", batch.rows()))
        .with("Retry-After", Long.toString(batches.secondsUntil(batch.readyAt())))
        .with("Location", issuer + "/tax/v1/batches/" + batch.id() + "/results");
  }
}
