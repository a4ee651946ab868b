package vn.eid.examples.hospital;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Times as the reader's language writes them, in Vietnam's time. */
@Component
class Times {
  public String moment(Instant time) {
    return format(vietnamese() ? "HH:mm, dd/MM/yyyy" : "d MMM yyyy, HH:mm").format(zoned(time));
  }

  public String second(Instant time) {
    return format(vietnamese() ? "HH:mm:ss, dd/MM/yyyy" : "d MMM yyyy, HH:mm:ss")
        .format(zoned(time));
  }

  public String day(LocalDate day) {
    return format(vietnamese() ? "dd/MM/yyyy" : "d MMM yyyy").format(day);
  }

  private static ZonedDateTime zoned(Instant time) {
    return time.atZone(ConsentDesk.VIETNAM);
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  private static boolean vietnamese() {
    return LocaleContextHolder.getLocale().getLanguage().equals("vi");
  }
}
