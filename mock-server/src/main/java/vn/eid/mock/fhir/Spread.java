package vn.eid.mock.fhir;

import java.time.LocalDate;
import java.util.function.IntPredicate;

/**
 * So many days, evenly spread over a life: for long records only, so that pages and memory are
 * tested; nobody is ill so often.
 */
record Spread(LocalDate birth, int count) {

  LocalDate day(int index) {
    long days = Chart.RECORDED_UNTIL.toEpochDay() - birth.toEpochDay();
    return birth.plusDays(days * (index + 1) / (count + 1));
  }

  /** How many of them are before the day. */
  int before(LocalDate day) {
    return first(count, index -> !day(index).isBefore(day));
  }

  /** The first index from which on a condition holds; {@code size} where it never does. */
  static int first(int size, IntPredicate holds) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (holds.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
