package vn.eid.mock.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.mock.fault.TaxFaults;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.TaxFile;
import vn.eid.mock.state.TaxRegistry;
import vn.eid.mock.state.TaxStatus;

/** {@code POST /tax/v1/status}: how a tax code stands now, or that it is not listed. */
final class TaxCodeStatus implements Endpoint {
  private final ResourceGuard guard;
  private final TaxRegistry registry;
  private final TaxFaults faults;

  TaxCodeStatus(MockState state, ResourceGuard guard) {
    this.guard = guard;
    this.registry = state.taxRegistry();
    this.faults = new TaxFaults(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    guard.requireScope(exchange, "tax_link");
    String code = TaxCodeForm.read(JsonBody.of(exchange));
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("tax_code", faults.askedCode(code));
    // ASSUMED: annex I has no status for a code that nobody has.
    registry.file(code).ifPresentOrElse(file -> tell(file, view), () -> view.put("listed", false));
    return Reply.json(200, view);
  }

  private void tell(TaxFile file, Map<String, Object> view) {
    Map<String, Object> status = view(file.status());
    status.put("code", faults.status(file.status().code()));
    view.put("status", status);
    file.replacedBy().ifPresent(number -> view.put("replaced_by", number));
  }

  static Map<String, Object> view(TaxStatus status) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("code", status.code());
    status.reason().ifPresent(reason -> view.put("reason", reason));
    status.since().ifPresent(since -> view.put("since", since.toString()));
    return view;
  }
}
