package vn.eid;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date of which the day, or the day and the month, may be unknown. Many older citizens have a
 * birth date of a year only, and registers write it so (OpenID Connect Core, section 5.1: {@code
 * YYYY}).
 *
 * <p>This class is immutable and thread-safe.
 */
public final class PartialDate {
  private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

  private final int year;
  private final int month;
  private final int day;

  private PartialDate(int year, int month, int day) {
    this.year = year;
    this.month = month;
    this.day = day;
  }

  /**
   * Reads {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}. Whoever has dates with the day
   * first, such as {@code 31/01/1985}, makes a {@link LocalDate} of them and takes {@link #of}.
   *
   * @throws InvalidRequestException where the text has another form or names no day of the calendar
   */
  public static PartialDate parse(String text) {
    Matcher parts = ISO.matcher(text.strip());
    if (!parts.matches()) {
      throw invalid(
          "A date is written YYYY-MM-DD, YYYY-MM or YYYY; for other forms use PartialDate.of(..).");
    }
    try {
      int year = Integer.parseInt(parts.group(1));
      String month = parts.group(2);
      String day = parts.group(3);
      if (month == null) {
        return ofYear(Year.of(year));
      }
      if (day == null) {
        YearMonth known = YearMonth.of(year, Integer.parseInt(month));
        return new PartialDate(year, known.getMonthValue(), 0);
      }
      return of(LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      throw invalid("There is no such day in the calendar.");
    }
  }

  public static PartialDate of(LocalDate date) {
    return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /** A date of which only the year is known. */
  public static PartialDate ofYear(Year year) {
    return new PartialDate(year.getValue(), 0, 0);
  }

  public int year() {
    return year;
  }

  /** The month, 1 to 12, where it is known. */
  public OptionalInt month() {
    return month == 0 ? OptionalInt.empty() : OptionalInt.of(month);
  }

  /** The whole date, where it is known. */
  public Optional<LocalDate> toLocalDate() {
    return day == 0 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
  }

  /** Whether it is later than the day, whichever day it was: a year alone is not while it runs. */
  boolean isAfter(LocalDate day) {
    return LocalDate.of(year, Math.max(month, 1), Math.max(this.day, 1)).isAfter(day);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PartialDate that
        && year == that.year
        && month == that.month
        && day == that.day;
  }

  @Override
  public int hashCode() {
    return (year * 13 + month) * 32 + day;
  }

  /** The ISO form, as long as what is known: {@code 1951} or {@code 1985-03-12}. */
  @Override
  public String toString() {
    StringBuilder known = digits(new StringBuilder(), 1000, year);
    if (month != 0) {
      digits(known.append('-'), 10, month);
    }
    if (day != 0) {
      digits(known.append('-'), 10, day);
    }
    return known.toString();
  }

  /** With leading zeros. Not by {@link String#format}: millions of rows are written so. */
  private static StringBuilder digits(StringBuilder text, int highest, int number) {
    for (int place = highest; place > 0; place /= 10) {
      text.append((char) ('0' + number / place % 10));
    }
    return text;
  }

  private static InvalidRequestException invalid(String problem) {
    return new InvalidRequestException("date", problem);
  }
}
