package vn.eid.mock.fault;

import java.util.Map;
import java.util.Optional;
import vn.eid.mock.Fault;
import vn.eid.mock.state.Keys;
import vn.eid.mock.state.Receipts;
import vn.eid.mock.state.Secrets;

/** Spoils the receipt of a consent's end on its way; the registry keeps the genuine one. */
public final class EndReceiptFaults {
  private final Faults faults;
  private final Keys keys;

  public EndReceiptFaults(Faults faults, Keys keys) {
    this.faults = faults;
    this.keys = keys;
  }

  /** The receipt as it is, as a fault that is switched on makes it, or none. */
  public Optional<String> apply(String receipt) {
    if (faults.fires(Fault.END_RECEIPT_MISSING)) {
      return Optional.empty();
    }
    if (faults.fires(Fault.END_RECEIPT_OTHER_CONSENT)) {
      Map<String, Object> claims = Claims.of(receipt);
      claims.put("consent_id", Secrets.random());
      return Optional.of(keys.registry().sign(claims, Receipts.END_TYPE));
    }
    return Optional.of(
        faults.fires(Fault.END_RECEIPT_BAD_SIGNATURE)
            ? Tampering.brokenSignature(receipt)
            : receipt);
  }
}
