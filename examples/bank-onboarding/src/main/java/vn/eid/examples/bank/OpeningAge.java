package vn.eid.examples.bank;

import java.time.LocalDate;
import vn.eid.PartialDate;

/**
 * From 15 years on a person opens an account alone, younger ones by whoever has custody (Circular
 * 17/2024/TT-NHNN). Of whom only the birth year is known, the latest day of it counts.
 */
final class OpeningAge {
  private static final int YEARS = 15;

  private OpeningAge() {}

  static boolean isReachedBy(PartialDate born, LocalDate today) {
    LocalDate latest = born.toLocalDate().orElseGet(() -> LocalDate.of(born.year(), 12, 31));
    return !latest.plusYears(YEARS).isAfter(today);
  }
}
