package vn.eid.fhir;

import java.util.UUID;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;

/** How a record is refused: by the SDK's own error, with words that say nothing of the record. */
final class Refused {
  private Refused() {}

  static UntrustedException format(String problem) {
    return because(Check.FORMAT, problem);
  }

  static UntrustedException because(Check check, String problem) {
    return new UntrustedException(check, problem, UUID.randomUUID().toString());
  }
}
