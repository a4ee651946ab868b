package vn.eid.mock.fault;

import java.util.List;
import java.util.Map;
import vn.eid.mock.Fault;
import vn.eid.mock.endpoint.Endpoint;
import vn.eid.mock.endpoint.Exchange;
import vn.eid.mock.endpoint.Reply;
import vn.eid.mock.state.Keys;
import vn.eid.mock.state.SigningKey;

/** Publishes the login provider's keys: RFC 7517, section 5, or as the faults say. */
public final class KeySetFaults implements Endpoint {
  private final Faults faults;
  private final Keys keys;

  public KeySetFaults(Faults faults, Keys keys) {
    this.faults = faults;
    this.keys = keys;
  }

  @Override
  public Reply answer(Exchange exchange) {
    if (faults.fires(Fault.KEYS_HTTP_ERROR_500)) {
      return Reply.json(500, Map.of("error", "server_error"));
    }
    if (faults.fires(Fault.KEYS_HTML)) {
      return Reply.html(200, "<!DOCTYPE html><title>Maintenance</title><p>Back soon.");
    }
    if (faults.fires(Fault.KEYS_EMPTY)) {
      return Reply.json(200, Map.of("keys", List.of()));
    }
    if (faults.fires(Fault.KEYS_SEVERAL_WITHOUT_KID)) {
      // The genuine one is the last: to take the first is not enough.
      return Reply.json(
          200, Map.of("keys", List.of(nameless(keys.stranger().key()), nameless(keys.provider()))));
    }
    return Reply.json(200, keys.ofProvider().publicJwks());
  }

  private static Map<String, Object> nameless(SigningKey key) {
    Map<String, Object> jwk = key.publicJwk();
    jwk.remove("kid");
    return jwk;
  }
}
