package vn.eid.mock.state;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * One line in the history of a tax code.
 *
 * @param mergedIn the old code, where one was merged in
 * @param status the new status, where it changed
 */
public record TaxEvent(
    LocalDate at, Type type, Optional<String> mergedIn, Optional<TaxStatus> status) {

  /** What happened to the code. */
  public enum Type {
    ISSUED,
    LINKED,
    MERGED,
    STATUS_CHANGED;

    /** The word on the wire. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static TaxEvent issued(LocalDate at) {
    return new TaxEvent(at, Type.ISSUED, Optional.empty(), Optional.empty());
  }

  static TaxEvent linked(LocalDate at) {
    return new TaxEvent(at, Type.LINKED, Optional.empty(), Optional.empty());
  }

  static TaxEvent merged(LocalDate at, String oldCode) {
    return new TaxEvent(at, Type.MERGED, Optional.of(oldCode), Optional.empty());
  }

  static TaxEvent changed(LocalDate at, TaxStatus status) {
    return new TaxEvent(at, Type.STATUS_CHANGED, Optional.empty(), Optional.of(status));
  }
}
