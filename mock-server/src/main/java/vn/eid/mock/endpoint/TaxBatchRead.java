package vn.eid.mock.endpoint;

import vn.eid.mock.state.MockState;
import vn.eid.mock.state.TaxBatches;

/** {@code GET /tax/v1/batches/{id}/results}: what became of a batch that took its time. */
final class TaxBatchRead implements Endpoint {
  private final ResourceGuard guard;
  private final TaxBatches batches;
  private final TaxBatchAnswers view;

  TaxBatchRead(MockState state, ResourceGuard guard) {
    this.guard = guard;
    this.batches = state.taxBatches();
    this.view = new TaxBatchAnswers(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    String clientId = guard.requireScope(exchange, "tax_link").clientId();
    return batches
        .find(clientId, exchange.pathValue("id"))
        .map(view::of)
        .orElseThrow(
            () ->
                Refusal.of(
                    404,
                    "batch_not_found",
                    "No batch of this client has this id, or it is older than a day."));
  }
}
