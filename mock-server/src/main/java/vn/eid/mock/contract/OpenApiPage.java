package vn.eid.mock.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import vn.eid.mock.endpoint.Endpoint;
import vn.eid.mock.endpoint.Exchange;
import vn.eid.mock.endpoint.Pages;
import vn.eid.mock.endpoint.Reply;
import vn.eid.mock.page.Interface;
import vn.eid.mock.page.Page;

/** {@code GET /openapi}: the documents as a page to read; for a program, where they are. */
public final class OpenApiPage implements Endpoint {
  private final Served served;

  public OpenApiPage(Served served) {
    this.served = served;
  }

  @Override
  public Reply answer(Exchange exchange) {
    return exchange.isForProgram() ? Reply.json(200, list()) : page(exchange);
  }

  private Map<String, Object> list() {
    return Map.of("documents", Contract.all().stream().map(this::entry).toList());
  }

  private Map<String, String> entry(Contract contract) {
    return Map.of(
        "name", contract.name(), "url", served.issuer() + "/openapi/" + contract.name() + ".json");
  }

  private Reply page(Exchange exchange) {
    List<Interface> interfaces = Contract.all().stream().map(this::read).toList();
    return Pages.reply(exchange, 200, new Page("openapi.jte", Map.of("interfaces", interfaces)));
  }

  private Interface read(Contract contract) {
    JsonNode document = served.document(contract);
    JsonNode info = document.path("info");
    return new Interface(
        contract.name(),
        info.path("title").asText(),
        info.path("description").asText(),
        new OpenApiReader(document).operations(),
        schemas(document.path("components").path("schemas")));
  }

  private static List<Interface.Schema> schemas(JsonNode schemas) {
    return schemas
        .propertyStream()
        .map(schema -> new Interface.Schema(schema.getKey(), schema.getValue().toPrettyString()))
        .toList();
  }
}
