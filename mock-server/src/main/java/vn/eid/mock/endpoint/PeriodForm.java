package vn.eid.mock.endpoint;

import java.time.DateTimeException;
import java.time.LocalDate;
import vn.eid.mock.state.Members;
import vn.eid.mock.state.Period;

/** Reads the days of the records that a consent is for. */
final class PeriodForm {
  private PeriodForm() {}

  static Period read(Members period) {
    period.only("from", "to");
    LocalDate from = day(period, "from");
    LocalDate to = day(period, "to");
    if (from.isAfter(to)) {
      throw period.refuse("from", "is after the period's end");
    }
    return new Period(from, to);
  }

  private static LocalDate day(Members period, String name) {
    try {
      return Period.day(period.text(name));
    } catch (DateTimeException e) {
      throw period.refuse(name, "must be a date such as 2026-11-22");
    }
  }
}
