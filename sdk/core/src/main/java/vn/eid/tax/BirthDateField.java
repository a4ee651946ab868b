package vn.eid.tax;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import vn.eid.InvalidRequestException;
import vn.eid.PartialDate;

/** A birth date as Vietnamese offices write it, day first, or in the ISO form. */
final class BirthDateField {
  private static final Pattern ISO = Pattern.compile("\\d{4}(?:-\\d{2}){0,2}");
  private static final String FORMS =
      "A birth date is written 31/01/1985 (day first), 1985-01-31, or 1985 where only the year is"
          + " known.";

  private BirthDateField() {}

  static PartialDate parse(String cell) throws BadFieldException {
    String text = CellText.of(cell);
    if (text.isEmpty()) {
      throw bad("The birth date is missing.");
    }
    if (text.indexOf('/') >= 0) {
      return dayFirst(text);
    }
    try {
      return PartialDate.parse(text);
    } catch (InvalidRequestException e) {
      if (ISO.matcher(text).matches()) {
        throw new BadFieldException(RowProblem.in(InputColumn.BIRTH_DATE, e));
      }
      throw bad(isSerial(text) ? FORMS + " A spreadsheet's day number is none of these." : FORMS);
    }
  }

  private static PartialDate dayFirst(String text) throws BadFieldException {
    int first = text.indexOf('/');
    int second = text.indexOf('/', first + 1);
    int day = number(text, 0, first, 1, 2);
    int month = number(text, first + 1, second, 1, 2);
    int year = number(text, second + 1, text.length(), 4, 4);
    if (month > 12) {
      throw bad("The month of a birth date stands in the middle, and is 12 at most. " + FORMS);
    }
    try {
      return PartialDate.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      throw bad("There is no such day in the calendar.");
    }
  }

  /** The number in a part of a text that has so many digits, and nothing else. */
  private static int number(String text, int from, int to, int least, int most)
      throws BadFieldException {
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9' || to - from > most) {
        throw bad(FORMS);
      }
      number = 10 * number + (c - '0');
    }
    if (to - from < least) {
      throw bad(FORMS);
    }
    return number;
  }

  /** Days since 1900, which is how a spreadsheet counts. */
  private static boolean isSerial(String text) {
    return text.matches("\\d{5}(?:\\.0+)?");
  }

  private static BadFieldException bad(String sentence) {
    return new BadFieldException(RowProblem.in(InputColumn.BIRTH_DATE, sentence));
  }
}
