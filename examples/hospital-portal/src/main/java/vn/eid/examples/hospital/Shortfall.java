package vn.eid.examples.hospital;

import java.time.Instant;
import java.util.List;

/**
 * What a pull did not bring.
 *
 * @param redacted how many of the records came with parts left out
 */
record Shortfall(Instant pulledAt, long redacted, List<Part> withheld) {

  boolean isNothing() {
    return withheld.isEmpty() && redacted == 0;
  }

  /**
   * What did not come for one reason.
   *
   * @param reason a name of {@link vn.eid.records.Withheld.Reason}
   * @param count how many; 0 where nobody said
   */
  record Part(String reason, long count) {}
}
