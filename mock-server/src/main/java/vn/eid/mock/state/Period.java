package vn.eid.mock.state;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** From the first day to the last, both included. */
public record Period(LocalDate from, LocalDate to) {

  /** All time: what a consent without a period covers. */
  public static final Period ALWAYS = new Period(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  /**
   * Reads a day such as {@code 2026-11-22}.
   *
   * @throws java.time.DateTimeException if the text is another one, or no day of the calendar
   */
  public static LocalDate day(String text) {
    return LocalDate.parse(text, DAY);
  }

  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  public boolean holds(Period other) {
    return holds(other.from) && holds(other.to);
  }
}
