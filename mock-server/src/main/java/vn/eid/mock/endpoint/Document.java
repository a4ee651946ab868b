package vn.eid.mock.endpoint;

import java.util.Map;

/** A route that always answers with the same JSON document, such as a key set (RFC 7517). */
final class Document implements Endpoint {
  private final Map<String, Object> document;

  Document(Map<String, Object> document) {
    this.document = Map.copyOf(document);
  }

  @Override
  public Reply answer(Exchange exchange) {
    return Reply.json(200, document);
  }
}
