package vn.eid.mock.fault;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.eid.mock.Fault;
import vn.eid.mock.state.Keys;
import vn.eid.mock.state.Receipts;
import vn.eid.mock.state.Secrets;

/** Spoils a consent receipt on its way to the recipient; the registry keeps the genuine one. */
public final class ReceiptFaults {
  private static final long HOUR = 3600;
  private static final List<String> OF_BOTH =
      List.of("iss", "aud", "sub", "jti", "iat", "consent_id");

  private final Map<Fault, Consumer<Map<String, Object>>> changes = new LinkedHashMap<>();
  private final Faults faults;
  private final Keys keys;
  private final GrantFaults grants;

  public ReceiptFaults(Faults faults, Keys keys, Clock clock) {
    this.faults = faults;
    this.keys = keys;
    this.grants = new GrantFaults(faults);
    changes.put(
        Fault.RECEIPT_WRONG_ISSUER, claims -> claims.put("iss", "https://other-registry.example"));
    changes.put(
        Fault.RECEIPT_OTHER_RECIPIENT,
        claims -> claims.putAll(Map.of("aud", "other-client", "controller", "other-client")));
    changes.put(Fault.RECEIPT_OTHER_CONSENT, claims -> claims.put("consent_id", Secrets.random()));
    changes.put(Fault.RECEIPT_OTHER_SUBJECT, claims -> claims.put("sub", Secrets.random()));
    changes.put(Fault.RECEIPT_EXPIRED_IN_PAST, claims -> claims.putAll(expired(clock)));
  }

  /** The receipt as it is, or as the faults that are switched on make it. */
  public String apply(String receipt) {
    Map<String, Object> claims = Claims.of(receipt);
    boolean changed = grants.apply(claims);
    for (Map.Entry<Fault, Consumer<Map<String, Object>>> change : changes.entrySet()) {
      if (faults.fires(change.getKey())) {
        change.getValue().accept(claims);
        changed = true;
      }
    }
    return signed(changed ? keys.registry().sign(claims, Receipts.TYPE) : receipt, claims);
  }

  private String signed(String good, Map<String, Object> claims) {
    if (faults.fires(Fault.RECEIPT_IS_END_RECEIPT)) {
      return keys.registry().sign(ended(claims), Receipts.END_TYPE);
    }
    if (faults.fires(Fault.RECEIPT_ALG_NONE)) {
      return Tampering.unsigned(claims, Receipts.TYPE);
    }
    if (faults.fires(Fault.RECEIPT_SIGNED_BY_LOGIN_KEY)) {
      return keys.provider().sign(claims, Receipts.TYPE);
    }
    return faults.fires(Fault.RECEIPT_BAD_SIGNATURE) ? Tampering.brokenSignature(good) : good;
  }

  /** What the registry would say of the same consent once the citizen took it back. */
  private static Map<String, Object> ended(Map<String, Object> claims) {
    Map<String, Object> end = new LinkedHashMap<>(claims);
    end.keySet().retainAll(OF_BOTH);
    end.put("cause", "revoked_by_citizen");
    end.put("ended_at", claims.get("iat"));
    end.put("channel", "app");
    return end;
  }

  private static Map<String, Object> expired(Clock clock) {
    long now = clock.instant().getEpochSecond();
    return Map.of("iat", now - 2 * HOUR, "granted_at", now - 2 * HOUR, "exp", now - HOUR);
  }
}
