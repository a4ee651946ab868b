package vn.eid.mock.endpoint;

import java.util.Map;
import java.util.function.Supplier;

/** A route that answers with a JSON document as it is now, such as a key set (RFC 7517). */
final class Document implements Endpoint {
  private final Supplier<Map<String, Object>> document;

  Document(Supplier<Map<String, Object>> document) {
    this.document = document;
  }

  @Override
  public Reply answer(Exchange exchange) {
    return Reply.json(200, document.get());
  }
}
