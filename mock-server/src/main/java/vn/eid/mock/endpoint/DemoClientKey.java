package vn.eid.mock.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.mock.state.DemoClient;

/**
 * Hands out the demo client's private key, so that an application can be started against the mock
 * without any setup. The server lets nobody but this machine come here. ASSUMED: no real authority
 * has such a thing.
 */
final class DemoClientKey implements Endpoint {
  private final DemoClient demo;

  DemoClientKey(DemoClient demo) {
    this.demo = demo;
  }

  @Override
  public Reply answer(Exchange exchange) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("client_id", demo.client().id());
    answer.put("jwk", jwk());
    answer.put("redirect_uris", demo.client().redirectUris());
    return Reply.json(200, answer);
  }

  private JsonNode jwk() {
    try {
      return Json.mapper().readTree(demo.key().privateJwk());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The mock made a key that is no JWK.", e);
    }
  }
}
