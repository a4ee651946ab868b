package vn.eid.mock.state;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A birth date, or only a birth year: registers know no more of many older people.
 *
 * @param text {@code 1985-03-12} or {@code 1951}, as OpenID Connect's {@code birthdate} has it
 */
public record BirthDate(String text) {
  private static final Pattern FORM = Pattern.compile("[12][0-9]{3}(-[0-9]{2}-[0-9]{2})?");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  /** Reads either form; empty where the text is neither, such as 30 February. */
  public static Optional<BirthDate> parse(String text) {
    if (!FORM.matcher(text).matches()) {
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

  public int year() {
    return Integer.parseInt(text.substring(0, 4));
  }

  /** The day, or the first day of the year where only the year is known. */
  public LocalDate firstDay() {
    return text.length() == 4 ? LocalDate.of(year(), 1, 1) : LocalDate.parse(text, DAY);
  }

  /** The day, or the last day of the year where only the year is known. */
  public LocalDate lastDay() {
    return text.length() == 4 ? LocalDate.of(year(), 12, 31) : firstDay();
  }
}
