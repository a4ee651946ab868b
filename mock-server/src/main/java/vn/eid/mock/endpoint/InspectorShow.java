package vn.eid.mock.endpoint;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.eid.mock.page.Page;
import vn.eid.mock.state.MockState;
import vn.eid.mock.trace.Curl;
import vn.eid.mock.trace.ShownMessage;
import vn.eid.mock.trace.Step;

/** {@code GET /inspector/NUMBER}: one request and its answer, as they went over the wire. */
final class InspectorShow implements Endpoint {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final MockState state;

  InspectorShow(MockState state) {
    this.state = state;
  }

  @Override
  public Reply answer(Exchange exchange) {
    Step step =
        Optional.of(exchange.pathValue("number"))
            .filter(number -> NUMBER.matcher(number).matches())
            .map(Long::parseLong)
            .flatMap(state.history()::step)
            .orElseThrow(InspectorShow::unknown);
    Map<String, Object> values = new HashMap<>();
    values.put("step", StepLines.line(step));
    values.put("request", ShownMessage.request(step));
    values.put("answer", ShownMessage.answer(step));
    values.put("curl", Curl.of(state.issuer(), step));
    return Pages.live(Pages.language(exchange), new Page("trace/step.jte", values));
  }

  private static Refusal unknown() {
    return Refusal.of(404, "step_unknown", "This step is not among those that are kept.");
  }
}
