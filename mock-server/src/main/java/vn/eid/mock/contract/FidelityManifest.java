package vn.eid.mock.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.eid.mock.endpoint.Endpoint;
import vn.eid.mock.endpoint.Exchange;
import vn.eid.mock.endpoint.Json;
import vn.eid.mock.endpoint.Pages;
import vn.eid.mock.endpoint.Reply;
import vn.eid.mock.page.Page;
import vn.eid.mock.page.SourcedList;

/** {@code GET /fidelity}: what is known of each behaviour, as JSON, or as a page for a browser. */
public final class FidelityManifest implements Endpoint {

  @Override
  public Reply answer(Exchange exchange) {
    boolean browser =
        exchange.header("Accept").filter(types -> types.contains("text/html")).isPresent();
    return browser ? page(exchange) : Reply.json(200, document());
  }

  private static ObjectNode document() {
    ObjectNode document = Json.mapper().createObjectNode().put("summary", Fidelity.summary());
    ArrayNode behaviours = document.putArray("behaviours");
    Behaviour.all().forEach(behaviour -> behaviours.add(behaviour.document()));
    return document;
  }

  private static Reply page(Exchange exchange) {
    List<SourcedList> lists = Arrays.stream(Fidelity.values()).map(FidelityManifest::list).toList();
    return Pages.reply(exchange, 200, new Page("fidelity.jte", Map.of("lists", lists)));
  }

  private static SourcedList list(Fidelity fidelity) {
    return new SourcedList(
        fidelity.key(),
        Behaviour.all().stream()
            .filter(behaviour -> behaviour.fidelity() == fidelity)
            .map(Behaviour::sourced)
            .toList());
  }
}
