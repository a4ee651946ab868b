package vn.eid.mock.endpoint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.eid.mock.page.FlowCard;
import vn.eid.mock.page.Page;
import vn.eid.mock.page.StepLine;
import vn.eid.mock.state.MockState;
import vn.eid.mock.trace.Flow;
import vn.eid.mock.trace.FlowKind;
import vn.eid.mock.trace.Flows;

/** {@code GET /inspector}: what happened, by what belongs together, newest first. */
final class InspectorList implements Endpoint {
  private static final int MOST = 100;

  private final MockState state;

  InspectorList(MockState state) {
    this.state = state;
  }

  @Override
  public Reply answer(Exchange exchange) {
    InspectorFilter filter = InspectorFilter.of(exchange.query());
    List<FlowCard> cards =
        Flows.of(state.history().steps(), this::subjects).stream()
            .filter(filter::takes)
            .map(flow -> card(flow, filter))
            .filter(card -> !card.steps().isEmpty())
            .toList();
    Map<String, Object> values = new HashMap<>();
    values.put("flows", cards.subList(0, Math.min(cards.size(), MOST)));
    values.put("older", Math.max(0, cards.size() - MOST));
    values.put("path", filter.path());
    values.put("status", filter.status());
    values.put("statuses", InspectorFilter.STATUSES);
    values.put("flow", filter.flow().map(FlowKind::code).orElse(""));
    values.put("kinds", Stream.of(FlowKind.values()).map(FlowKind::code).toList());
    return Pages.live(Pages.language(exchange), new Page("trace/list.jte", values));
  }

  private Stream<String> subjects(String citizenId) {
    return state.clients().ids().stream().map(client -> state.subjects().of(citizenId, client));
  }

  private static FlowCard card(Flow flow, InspectorFilter filter) {
    List<StepLine> lines =
        flow.steps().stream().filter(filter::takes).map(StepLines::line).toList();
    return new FlowCard(flow.kind().code(), lines.isEmpty() ? "" : lines.get(0).at(), lines);
  }
}
