package vn.eid.mock.endpoint;

import vn.eid.mock.fhir.SummaryDocument;
import vn.eid.mock.state.DataSet;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Period;

/**
 * {@code GET /fhir/v1/Patient/$summary}: the citizen's International Patient Summary. STANDARD: the
 * operation and its document are those of the IPS implementation guide. ASSUMED: the parameters
 * {@code start} and {@code end}, and that errors are problem documents instead of OperationOutcome.
 */
final class PatientSummary implements Endpoint {
  private final MockState state;
  private final GrantedData data;
  private final DataAnswers answers;

  PatientSummary(MockState state, ResourceGuard guard) {
    this.state = state;
    this.data = new GrantedData(state, guard);
    this.answers = new DataAnswers(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    GrantedData.Granted granted = data.require(exchange, DataSet.PATIENT_SUMMARY);
    Params query = exchange.query();
    query.only("start", "end");
    Period period =
        GrantedData.period(granted, "start", query.one("start"), "end", query.one("end"));
    data.count(granted);
    SummaryDocument document =
        new SummaryDocument(granted.person(), granted.citizen().health(), state.clock().instant());
    return answers.fhir(exchange, granted, out -> document.write(out, period));
  }
}
