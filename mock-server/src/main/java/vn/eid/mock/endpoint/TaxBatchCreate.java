package vn.eid.mock.endpoint;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.eid.mock.Fault;
import vn.eid.mock.fault.Faults;
import vn.eid.mock.notice.SecurityEvents;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.RowAnswer;
import vn.eid.mock.state.TaxBatch;
import vn.eid.mock.state.TaxBatches;
import vn.eid.mock.state.TaxRow;

/**
 * {@code POST /tax/v1/batches}: links many people in one call. ASSUMED: no public specification of
 * the registry's own interface exists.
 */
final class TaxBatchCreate implements Endpoint {
  // A prime above the most rows, so that its multiples visit each row once.
  private static final long STRIDE = 7919;

  private final ResourceGuard guard;
  private final TaxBatches batches;
  private final IdempotentAnswers answers;
  private final TaxBatchAnswers view;
  private final SecurityEvents events;
  private final Clock clock;
  private final Faults faults;

  TaxBatchCreate(MockState state, ResourceGuard guard, SecurityEvents events) {
    this.guard = guard;
    this.batches = state.taxBatches();
    this.answers = new IdempotentAnswers(batches.keys());
    this.view = new TaxBatchAnswers(state);
    this.events = events;
    this.clock = state.clock();
    this.faults = state.faults();
  }

  @Override
  public void checkSize(int bytes) {
    if (bytes > TaxRows.MOST_BYTES) {
      throw TaxRows.tooLarge();
    }
  }

  // Only that a batch was taken on is remembered under its key. Its rows are worked on each time,
  // and the row keys see to it that nothing is done twice.
  @Override
  public Reply answer(Exchange exchange) {
    String clientId = guard.requireScope(exchange, "tax_link").clientId();
    List<TaxRow> rows = TaxRows.of(exchange);
    TaxBatch batch =
        answers.first(exchange, clientId, TaxBatch.class, () -> accept(clientId, rows.size()));
    batches.count(rows.size());
    if (!batch.isSlow()) {
      return TaxBatchAnswers.lines(work(clientId, rows));
    }
    if (batch.isUntouched()) {
      batch.finishWith(work(clientId, rows));
      tellWhenReady(batch);
    }
    return view.of(batch);
  }

  private void tellWhenReady(TaxBatch batch) {
    Duration rest = Duration.between(clock.instant(), batch.readyAt());
    events.taxBatchFinished(batch.clientId(), batch.id(), batch.rows(), rest);
  }

  private TaxBatch accept(String clientId, int rows) {
    batches
        .refuse(clientId, rows)
        .ifPresent(
            busy -> {
              throw refusal(busy);
            });
    return faults.fires(Fault.BATCH_SLOW)
        ? batches.accept(clientId, rows, Duration.ofMinutes(10))
        : batches.accept(clientId, rows);
  }

  private static Refusal refusal(TaxBatches.Busy busy) {
    String sentence =
        busy.byRows()
            ? "The registry takes no more rows this second; nothing was done."
            : "16 batches of this client are not finished yet; nothing was done.";
    return Refusal.of(429, busy.byRows() ? "rate_limited" : "too_many_batches", sentence)
        .header("Retry-After", Long.toString(busy.retryAfterSeconds()));
  }

  // In another order than the rows came in: nobody should count on theirs.
  private byte[] work(String clientId, List<TaxRow> rows) {
    List<RowAnswer> results = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      int at = (int) ((i + 1) * STRIDE % rows.size());
      results.add(batches.work(clientId, rows.get(at)));
    }
    return ResultLines.of(results);
  }
}
