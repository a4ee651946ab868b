package vn.eid.mock.fault;

import java.util.ArrayList;
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
      return set(List.of());
    }
    if (faults.fires(Fault.KEYS_SEVERAL_WITHOUT_KID)) {
      // The genuine one is the last: to take the first is not enough.
      return set(List.of(nameless(keys.stranger().key()), nameless(keys.provider())));
    }
    return set(published());
  }

  private List<Map<String, Object>> published() {
    List<Map<String, Object>> all = new ArrayList<>();
    if (faults.fires(Fault.KEYS_SAME_KID)) {
      all.add(named(keys.stranger().key(), keys.provider().kid()));
    }
    if (faults.fires(Fault.KEYS_UNUSABLE_BESIDE)) {
      all.addAll(unusable());
    }
    keys.ofProvider().published().forEach(key -> all.add(key.publicJwk()));
    // Also after the token was signed that is to be checked with it.
    if (faults.wasInjected(Fault.ID_TOKEN_ALG_RS256)) {
      all.add(RsaKey.publicJwk());
    }
    return all;
  }

  private List<Map<String, Object>> unusable() {
    Map<String, Object> forEncryption = named(keys.stranger().key(), "for-encryption");
    forEncryption.put("use", "enc");
    Map<String, Object> broken = named(keys.stranger().key(), "broken");
    broken.put("x", "AA");
    return List.of(
        Map.of("kty", "VN-NEW", "kid", "of-an-unknown-type", "value", "0"),
        Map.of("kty", "oct", "kid", "a-secret", "k", "c3ludGhldGlj"),
        forEncryption,
        broken);
  }

  private static Reply set(List<Map<String, Object>> keys) {
    return Reply.json(200, Map.of("keys", keys));
  }

  private static Map<String, Object> named(SigningKey key, String kid) {
    Map<String, Object> jwk = key.publicJwk();
    jwk.put("kid", kid);
    return jwk;
  }

  private static Map<String, Object> nameless(SigningKey key) {
    Map<String, Object> jwk = key.publicJwk();
    jwk.remove("kid");
    return jwk;
  }
}
