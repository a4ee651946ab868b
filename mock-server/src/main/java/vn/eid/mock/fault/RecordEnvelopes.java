package vn.eid.mock.fault;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.eid.mock.Fault;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.JweRecipient;
import vn.eid.mock.state.Keys;
import vn.eid.mock.state.Secrets;
import vn.eid.mock.state.SigningKey;

/** Signs and encrypts a citizen's data for a client: well, or as the faults say. */
public final class RecordEnvelopes {
  private static final String TYPE = "vn-records+jose";

  // STANDARD: RFC 7515, section 4.1.10: what is inside is a JWS or JWE in compact form.
  private static final Map<String, String> NESTED = Map.of("cty", "JOSE");

  private final Faults faults;
  private final Keys keys;

  public RecordEnvelopes(Faults faults, Keys keys) {
    this.faults = faults;
    this.keys = keys;
  }

  /**
   * The compact JWE; empty where the data goes out in the clear.
   *
   * @param request what of the JWS header ties the answer to its request
   */
  public Optional<String> seal(byte[] json, Map<String, Object> request, Client client) {
    Optional<JweRecipient> recipient = JweRecipient.ofData(client);
    if (recipient.isEmpty() || faults.fires(Fault.RECORDS_NOT_ENCRYPTED)) {
      return Optional.empty();
    }
    return Optional.of(seal(json, request, recipient.get()));
  }

  private String seal(byte[] json, Map<String, Object> request, JweRecipient recipient) {
    if (faults.fires(Fault.RECORDS_ENCRYPTED_UNSIGNED)) {
      return recipient.seal(json, NESTED);
    }
    byte[] signed = sign(json, request).getBytes(StandardCharsets.US_ASCII);
    boolean other = faults.fires(Fault.RECORDS_ENCRYPTED_FOR_OTHER_KEY);
    return (other ? BrokenEnvelopes.another(recipient) : recipient).seal(signed, NESTED);
  }

  private String sign(byte[] json, Map<String, Object> request) {
    Map<String, Object> header = new LinkedHashMap<>(request);
    header.put("typ", TYPE);
    header.put("kid", keys.registry().kid());
    if (faults.fires(Fault.RECORDS_ENCRYPTED_OTHER_PAGE)) {
      header.computeIfPresent("url", (name, url) -> otherPage((String) url));
    }
    SigningKey key =
        faults.fires(Fault.RECORDS_SIGNED_BY_STRANGER) ? keys.stranger().key() : keys.registry();
    return key.sign(json, header);
  }

  private static String otherPage(String url) {
    return url.split("\\?", 2)[0] + "?_cursor=" + Secrets.random();
  }
}
