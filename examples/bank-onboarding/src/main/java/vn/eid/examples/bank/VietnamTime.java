package vn.eid.examples.bank;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** The bank's day, wherever its servers stand. */
final class VietnamTime {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private VietnamTime() {}

  /** The day of the bank's clock, which knows its zone. */
  static LocalDate today(Clock clock) {
    return LocalDate.now(clock);
  }

  static OffsetDateTime startOfToday(Clock clock) {
    return today(clock).atStartOfDay(clock.getZone()).toOffsetDateTime();
  }
}
