package vn.eid.mock.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.eid.mock.Fault;
import vn.eid.mock.state.Keys;
import vn.eid.mock.state.StrangerKey;

/**
 * Id tokens whose header wants to choose the key or the way of checking (RFC 8725, section 3), or
 * does not say which key it was.
 */
final class HeaderFaults {
  private static final String EXTENSION = "urn:example:unheard-of";

  private final Faults faults;
  private final Keys keys;
  private final String issuer;

  HeaderFaults(Faults faults, Keys keys, String issuer) {
    this.faults = faults;
    this.keys = keys;
    this.issuer = issuer;
  }

  /** The token, where such a fault is switched on. */
  Optional<String> sign(Map<String, Object> claims) {
    if (faults.fires(Fault.ID_TOKEN_WITH_JKU)) {
      return forged(claims, "jku", issuer + StrangerKey.JWKS_PATH);
    }
    if (faults.fires(Fault.ID_TOKEN_WITH_X5U)) {
      return forged(claims, "x5u", issuer + StrangerKey.CERTIFICATE_PATH);
    }
    if (faults.fires(Fault.ID_TOKEN_WITH_EMBEDDED_KEY)) {
      return forged(claims, "jwk", keys.stranger().key().publicJwk());
    }
    if (faults.fires(Fault.ID_TOKEN_WITH_CRIT)) {
      Map<String, Object> header = header();
      header.put("crit", List.of(EXTENSION));
      header.put(EXTENSION, true);
      return Optional.of(keys.provider().sign(claims, header));
    }
    return withoutKid()
        ? Optional.of(keys.provider().sign(claims, Map.of("typ", "JWT")))
        : Optional.empty();
  }

  // The second is fired by the key set, which spoils both while it is on.
  private boolean withoutKid() {
    return faults.fires(Fault.ID_TOKEN_WITHOUT_KID) || faults.isOn(Fault.KEYS_SEVERAL_WITHOUT_KID);
  }

  private Optional<String> forged(Map<String, Object> claims, String name, Object value) {
    Map<String, Object> header = header();
    header.put(name, value);
    return Optional.of(keys.stranger().key().sign(claims, header));
  }

  private Map<String, Object> header() {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("kid", keys.provider().kid());
    header.put("typ", "JWT");
    return header;
  }
}
