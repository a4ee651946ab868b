package vn.eid.mock.endpoint;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.eid.mock.page.CheckCard;
import vn.eid.mock.page.Language;
import vn.eid.mock.page.Page;
import vn.eid.mock.page.RuleLine;
import vn.eid.mock.page.Texts;
import vn.eid.mock.state.MockState;
import vn.eid.mock.trace.Masked;
import vn.eid.mock.trace.Refused;
import vn.eid.mock.trace.ShownMessage;
import vn.eid.mock.trace.Step;

/**
 * {@code GET /why/TRACE}: takes a refused request apart, and says which rule it broke. A page, or
 * JSON for a program that accepts nothing else. ASSUMED: production says less.
 */
final class WhyShow implements Endpoint {
  private final MockState state;

  WhyShow(MockState state) {
    this.state = state;
  }

  @Override
  public Reply answer(Exchange exchange) {
    Step step = state.history().refused(exchange.pathValue("trace")).orElseThrow(WhyShow::unknown);
    Refused refused = step.refused().orElseThrow(WhyShow::unknown);
    return exchange.isForProgram()
        ? Reply.json(200, document(step, refused))
        : page(Pages.language(exchange), step, refused);
  }

  private static Refusal unknown() {
    return Refusal.of(404, "trace_unknown", "No refusal of that trace is among the last thousand.");
  }

  private static Reply page(Language language, Step step, Refused refused) {
    Map<String, Object> values = new HashMap<>();
    values.put("step", StepLines.line(step));
    values.put("code", Masked.text(refused.code()));
    values.put("sentence", Masked.text(refused.sentence()));
    values.put("headline", Checks.headline(Texts.in(language), refused));
    values.put("checks", Checks.cards(Texts.in(language), refused));
    values.put("request", ShownMessage.request(step));
    return Pages.reply(language, 200, new Page("trace/why.jte", values));
  }

  private static Map<String, Object> document(Step step, Refused refused) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("trace_id", Masked.value("trace_id", step.trace()));
    members.put("at", step.at().toString());
    members.put("method", Masked.text(step.method()));
    members.put("path", StepLines.path(step));
    members.put("status", step.status());
    members.put("code", Masked.text(refused.code()));
    members.put("sentence", Masked.text(refused.sentence()));
    members.put(
        "checks",
        Checks.cards(Texts.in(Language.EN), refused).stream().map(WhyShow::check).toList());
    members.put("request", ShownMessage.request(step));
    return members;
  }

  private static Map<String, Object> check(CheckCard card) {
    List<Map<String, Object>> rules = card.rules().stream().map(WhyShow::rule).toList();
    return Map.of("name", card.name(), "title", card.title(), "rules", rules);
  }

  private static Map<String, Object> rule(RuleLine line) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("rule", line.name());
    members.put("outcome", line.outcome());
    members.put("title", line.title());
    members.put("specification", line.specification());
    if (line.isBroken()) {
      members.put("expected", line.expected());
      members.put("actual", line.actual());
      members.put("fix", line.fix());
    }
    return members;
  }
}
