package vn.eid.mock.state;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A birth date, or only a birth year: registers know no more of many older people.
 *
 * @param text {@code 1985-03-12} or {@code 1951}, as OpenID Connect's {@code birthdate} has it
 */
public record BirthDate(String text) {
  /** Reads either form; empty where the text is neither, such as 30 February. */
  public static Optional<BirthDate> parse(String text) {
    if (!isYear(text) && !isDay(text)) {
      return Optional.empty();
    }
    try {
      BirthDate date = new BirthDate(text);
      date.firstDay();
      return Optional.of(date);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isYear(String text) {
    return text.length() == 4 && beginsWithYear(text);
  }

  private static boolean beginsWithYear(String text) {
    return Digits.only(text, 0, 4) && (text.charAt(0) == '1' || text.charAt(0) == '2');
  }

  private static boolean isDay(String text) {
    return text.length() == 10
        && beginsWithYear(text)
        && text.charAt(4) == '-'
        && Digits.only(text, 5, 7)
        && text.charAt(7) == '-'
        && Digits.only(text, 8, 10);
  }

  public int year() {
    return Integer.parseInt(text.substring(0, 4));
  }

  /** The day, or the first day of the year where only the year is known. */
  public LocalDate firstDay() {
    return text.length() == 4 ? LocalDate.of(year(), 1, 1) : day();
  }

  private LocalDate day() {
    int month = Integer.parseInt(text, 5, 7, 10);
    return LocalDate.of(year(), month, Integer.parseInt(text, 8, 10, 10));
  }

  /** The day, or the last day of the year where only the year is known. */
  public LocalDate lastDay() {
    return text.length() == 4 ? LocalDate.of(year(), 12, 31) : firstDay();
  }
}
