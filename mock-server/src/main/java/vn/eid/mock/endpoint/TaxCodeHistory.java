package vn.eid.mock.endpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.eid.mock.fault.TaxFaults;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.TaxEvent;
import vn.eid.mock.state.TaxFile;
import vn.eid.mock.state.TaxRegistry;

/** {@code POST /tax/v1/history}: what became of a tax code, the oldest first. */
final class TaxCodeHistory implements Endpoint {
  private final ResourceGuard guard;
  private final TaxRegistry registry;
  private final TaxFaults faults;

  TaxCodeHistory(MockState state, ResourceGuard guard) {
    this.guard = guard;
    this.registry = state.taxRegistry();
    this.faults = new TaxFaults(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    guard.requireScope(exchange, "tax_link");
    String code = TaxCodeForm.read(JsonBody.of(exchange));
    List<Map<String, Object>> events =
        registry.file(code).map(TaxFile::events).orElse(List.of()).stream()
            .map(TaxCodeHistory::view)
            .toList();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("tax_code", faults.askedCode(code));
    view.put("events", events);
    return Reply.json(200, view);
  }

  private static Map<String, Object> view(TaxEvent event) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("at", event.at().toString());
    view.put("type", event.type().word());
    event.mergedIn().ifPresent(code -> view.put("tax_code", code));
    event
        .status()
        .ifPresent(
            status -> {
              Map<String, Object> now = TaxCodeStatus.view(status);
              now.remove("since"); // the event's own date says it
              view.put("status", now);
            });
    return view;
  }
}
