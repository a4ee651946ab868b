package vn.eid.mock.state;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days of Vietnam, where the registers' offices open and close. */
final class VietnamDays {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private VietnamDays() {}

  static LocalDate of(Instant moment) {
    return LocalDate.ofInstant(moment, ZONE);
  }

  /** The midnight that ends the day of a moment. */
  static Instant endOfDay(Instant moment) {
    return of(moment).plusDays(1).atStartOfDay(ZONE).toInstant();
  }
}
