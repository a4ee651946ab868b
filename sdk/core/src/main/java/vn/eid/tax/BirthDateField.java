package vn.eid.tax;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.eid.InvalidRequestException;
import vn.eid.PartialDate;

/** A birth date as Vietnamese offices write it, day first, or in the ISO form. */
final class BirthDateField {
  private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
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
    if (!ISO.matcher(text).matches()) {
      throw bad(isSerial(text) ? FORMS + " A spreadsheet's day number is none of these." : FORMS);
    }
    try {
      return PartialDate.parse(text);
    } catch (InvalidRequestException e) {
      throw new BadFieldException(RowProblem.in(InputColumn.BIRTH_DATE, e));
    }
  }

  private static PartialDate dayFirst(String text) throws BadFieldException {
    Matcher date = DAY_FIRST.matcher(text);
    if (!date.matches()) {
      throw bad(FORMS);
    }
    int month = Integer.parseInt(date.group(2));
    if (month > 12) {
      throw bad("The month of a birth date stands in the middle, and is 12 at most. " + FORMS);
    }
    try {
      int year = Integer.parseInt(date.group(3));
      return PartialDate.of(LocalDate.of(year, month, Integer.parseInt(date.group(1))));
    } catch (DateTimeException e) {
      throw bad("There is no such day in the calendar.");
    }
  }

  /** Days since 1900, which is how a spreadsheet counts. */
  private static boolean isSerial(String text) {
    return text.matches("\\d{5}(?:\\.0+)?");
  }

  private static BadFieldException bad(String sentence) {
    return new BadFieldException(RowProblem.in(InputColumn.BIRTH_DATE, sentence));
  }
}
