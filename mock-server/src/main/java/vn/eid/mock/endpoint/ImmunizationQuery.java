package vn.eid.mock.endpoint;

import java.util.Optional;
import vn.eid.mock.state.Period;

/**
 * Which page of which doses: what the first request asks for, and what a cursor carries on.
 *
 * @param first how many doses stand on the pages before
 */
record ImmunizationQuery(Period period, int count, int first) {
  private static final int USUAL_COUNT = 50;
  private static final int MOST = 200;

  /** Reads the parameters of a first page. */
  static ImmunizationQuery read(Params query, GrantedData.Granted granted) {
    query.only("date", "_count");
    Optional<String> from = Optional.empty();
    Optional<String> to = Optional.empty();
    for (String date : query.all("date")) {
      if (date.startsWith("ge") && from.isEmpty()) {
        from = Optional.of(date.substring(2));
      } else if (date.startsWith("le") && to.isEmpty()) {
        to = Optional.of(date.substring(2));
      } else {
        throw refusal("date", "takes one date with the prefix ge and one with le");
      }
    }
    Period period = GrantedData.period(granted, "date", from, "date", to);
    return new ImmunizationQuery(period, count(query), 0);
  }

  /** Reads what {@link #position} wrote. */
  static ImmunizationQuery at(String position) {
    String[] parts = position.split(" ", -1);
    return new ImmunizationQuery(
        new Period(Period.day(parts[0]), Period.day(parts[1])),
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]));
  }

  String position() {
    return period.from() + " " + period.to() + " " + count + " " + first;
  }

  /** The parameters of a first page, as the self link has them. */
  String parameters() {
    String from = period.from().equals(Period.ALWAYS.from()) ? "" : "date=ge" + period.from() + "&";
    String to = period.to().equals(Period.ALWAYS.to()) ? "" : "date=le" + period.to() + "&";
    return from + to + "_count=" + count;
  }

  ImmunizationQuery next() {
    return new ImmunizationQuery(period, count, first + count);
  }

  // STANDARD: FHIR R4, section 3.1.1.5.2: a server may give fewer than asked for, never more.
  private static int count(Params query) {
    String count = query.one("_count").orElse(Integer.toString(USUAL_COUNT));
    if (!count.matches("[1-9][0-9]{0,5}")) {
      throw refusal("_count", "must be a whole number from 1 to " + MOST);
    }
    return Math.min(Integer.parseInt(count), MOST);
  }

  private static Refusal refusal(String field, String reason) {
    return Refusal.badRequest("invalid_request", field + " " + reason + ".").member("field", field);
  }
}
