package vn.eid.mock.fault;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import vn.eid.mock.Fault;
import vn.eid.mock.state.Keys;
import vn.eid.mock.state.Receipts;
import vn.eid.mock.state.Secrets;

/** Spoils a consent receipt on its way to the recipient; the registry keeps the genuine one. */
public final class ReceiptFaults {
  private static final long HOUR = 3600;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<Fault, Consumer<Map<String, Object>>> changes = new LinkedHashMap<>();
  private final Faults faults;
  private final Keys keys;

  public ReceiptFaults(Faults faults, Keys keys, Clock clock) {
    this.faults = faults;
    this.keys = keys;
    changes.put(
        Fault.RECEIPT_WRONG_ISSUER, claims -> claims.put("iss", "https://other-registry.example"));
    changes.put(
        Fault.RECEIPT_OTHER_RECIPIENT,
        claims -> claims.putAll(Map.of("aud", "other-client", "controller", "other-client")));
    changes.put(Fault.RECEIPT_OTHER_CONSENT, claims -> claims.put("consent_id", Secrets.random()));
    changes.put(Fault.RECEIPT_EXPIRED_IN_PAST, claims -> claims.putAll(expired(clock)));
  }

  /** The receipt as it is, or as the faults that are switched on make it. */
  public String apply(String receipt) {
    Map<String, Object> claims = claims(receipt);
    boolean changed = false;
    for (Map.Entry<Fault, Consumer<Map<String, Object>>> change : changes.entrySet()) {
      if (faults.fires(change.getKey())) {
        change.getValue().accept(claims);
        changed = true;
      }
    }
    return signed(changed ? keys.registry().sign(claims, Receipts.TYPE) : receipt, claims);
  }

  private String signed(String good, Map<String, Object> claims) {
    if (faults.fires(Fault.RECEIPT_ALG_NONE)) {
      return Tampering.unsigned(claims, Receipts.TYPE);
    }
    if (faults.fires(Fault.RECEIPT_SIGNED_BY_LOGIN_KEY)) {
      return keys.provider().sign(claims, Receipts.TYPE);
    }
    return faults.fires(Fault.RECEIPT_BAD_SIGNATURE) ? Tampering.brokenSignature(good) : good;
  }

  private static Map<String, Object> expired(Clock clock) {
    long now = clock.instant().getEpochSecond();
    return Map.of("iat", now - 2 * HOUR, "granted_at", now - 2 * HOUR, "exp", now - HOUR);
  }

  private static Map<String, Object> claims(String receipt) {
    try {
      byte[] payload = Base64.getUrlDecoder().decode(receipt.split("\\.", -1)[1]);
      return JSON.readValue(payload, new TypeReference<LinkedHashMap<String, Object>>() {});
    } catch (IOException e) {
      throw new IllegalStateException("The mock signed what it cannot read.", e);
    }
  }
}
