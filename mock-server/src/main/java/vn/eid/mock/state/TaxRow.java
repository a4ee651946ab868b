package vn.eid.mock.state;

import java.util.List;
import java.util.Optional;

/**
 * One row of a batch.
 *
 * @param fault why nothing can be done with it; the other members may be empty then
 * @param content a hash of all that the row says besides its key
 */
public record TaxRow(
    String rowKey,
    String citizenId,
    String fullName,
    Optional<BirthDate> birthDate,
    List<String> oldCodes,
    Optional<RowOutcome> fault,
    long content) {

  /** Masked: logs must not hold a citizen's data. */
  @Override
  public String toString() {
    return "TaxRow[...]";
  }
}
