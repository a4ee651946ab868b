package vn.eid.mock.contract;

import vn.eid.mock.endpoint.Endpoint;
import vn.eid.mock.endpoint.Exchange;
import vn.eid.mock.endpoint.Json;
import vn.eid.mock.endpoint.Refusal;
import vn.eid.mock.endpoint.Reply;

/** {@code GET /openapi/{file}}: one document, such as {@code consent.json}. */
public final class OpenApiDocument implements Endpoint {
  private static final String ENDING = ".json";

  private final Served served;

  public OpenApiDocument(Served served) {
    this.served = served;
  }

  @Override
  public Reply answer(Exchange exchange) {
    String file = exchange.pathValue("file");
    String name = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : "";
    Contract contract = Contract.named(name).orElseThrow(OpenApiDocument::unknown);
    return Reply.typed(200, "application/json", Json.bytes(served.document(contract)));
  }

  private static Refusal unknown() {
    String names = String.join(", ", Contract.all().stream().map(Contract::name).toList());
    return Refusal.of(
        404, "no_such_document", "There is a document of each of these, as .json: " + names + ".");
  }
}
