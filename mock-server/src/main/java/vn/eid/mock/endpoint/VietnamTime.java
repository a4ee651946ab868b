package vn.eid.mock.endpoint;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Days and moments as people in Vietnam read them. */
final class VietnamTime {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm, dd/MM/uuuu");

  private VietnamTime() {}

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  static String moment(Instant moment) {
    return MOMENT.format(moment.atZone(ZONE));
  }
}
