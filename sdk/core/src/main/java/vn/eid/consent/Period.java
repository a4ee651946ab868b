package vn.eid.consent;

import java.time.LocalDate;
import vn.eid.InvalidRequestException;

/**
 * The days that data is about, both ends included. Immutable and thread-safe.
 *
 * @param from the first day
 * @param to the last day
 */
public record Period(LocalDate from, LocalDate to) {

  /**
   * Checks the order.
   *
   * @throws InvalidRequestException where it ends before it begins
   */
  public Period {
    if (to.isBefore(from)) {
      throw new InvalidRequestException("period", "A period ends on or after its first day.");
    }
  }

  /** From a day to a day, both included. */
  public static Period between(LocalDate from, LocalDate to) {
    return new Period(from, to);
  }

  /** Whether each day of another period lies in this one. */
  public boolean contains(Period other) {
    return !other.from.isBefore(from) && !other.to.isAfter(to);
  }
}
