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

/** {@code GET /openapi}: the documents as a page to read. */
public final class OpenApiPage implements Endpoint {
  private final String issuer;

  public OpenApiPage(String issuer) {
    this.issuer = issuer;
  }

  @Override
  public Reply answer(Exchange exchange) {
    List<Interface> interfaces = Contract.all().stream().map(this::read).toList();
    return Pages.reply(exchange, 200, new Page("openapi.jte", Map.of("interfaces", interfaces)));
  }

  private Interface read(Contract contract) {
    JsonNode document = contract.servedAt(issuer);
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
