package vn.eid.tax;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.eid.TaxCode;

/**
 * A citizen's number and tax code, brought together. Immutable and thread-safe; {@link #toString()}
 * shows codes masked.
 *
 * @param taxCode the code in force
 * @param merged the older codes that were brought into it
 * @param status its status
 * @param reason the official reason code of the status, two digits
 * @param linkedAt since when
 */
public record TaxLink(
    TaxCode taxCode,
    List<TaxCode> merged,
    TaxpayerStatus status,
    Optional<String> reason,
    Instant linkedAt) {

  /** Copies the list. */
  public TaxLink {
    merged = List.copyOf(merged);
  }
}
