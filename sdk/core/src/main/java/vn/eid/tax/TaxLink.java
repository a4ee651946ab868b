package vn.eid.tax;

import java.time.Instant;
import java.util.List;
import vn.eid.TaxCode;

/**
 * A citizen's number and tax code, brought together. Immutable and thread-safe; {@link #toString()}
 * shows codes masked.
 *
 * @param taxCode the code in force
 * @param merged the older codes that were brought into it
 * @param status its status
 * @param linkedAt since when
 */
public record TaxLink(
    TaxCode taxCode, List<TaxCode> merged, ReportedStatus status, Instant linkedAt) {

  /** Copies the list. */
  public TaxLink {
    merged = List.copyOf(merged);
  }
}
