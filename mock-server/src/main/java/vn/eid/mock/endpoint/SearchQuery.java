package vn.eid.mock.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.eid.mock.fhir.RecordKind;
import vn.eid.mock.state.Period;

/**
 * Which page of which resources: what the first request asks for, and what a cursor carries on.
 *
 * @param first how many resources stand on the pages before
 * @param round how often the pages were led back; 0 without a fault
 */
record SearchQuery(Period period, int count, int first, int round) {
  private static final int USUAL_COUNT = 50;
  private static final int MOST = 200;

  /** Reads the parameters of a first page. */
  static SearchQuery read(RecordKind kind, Params query, GrantedData.Granted granted) {
    String name = kind.dateParameter();
    List<String> known = new ArrayList<>(List.of(name, "_count"));
    kind.category().ifPresent(unused -> known.add("category"));
    query.only(known.toArray(String[]::new));
    checkCategory(kind, query);
    Period period =
        GrantedData.period(granted, name, bound(query, name, "ge"), name, bound(query, name, "le"));
    return new SearchQuery(period, count(query), 0, 0);
  }

  private static void checkCategory(RecordKind kind, Params query) {
    kind.category()
        .filter(category -> !query.one("category").equals(Optional.of(category)))
        .ifPresent(
            category -> {
              throw refusal("category", "must be " + category);
            });
  }

  private static Optional<String> bound(Params query, String name, String prefix) {
    List<String> dates = query.all(name);
    List<String> own = dates.stream().filter(date -> date.startsWith(prefix)).toList();
    boolean strange = dates.stream().anyMatch(date -> !date.matches("(ge|le).*"));
    if (strange || own.size() > 1) {
      throw refusal(name, "takes one date with the prefix ge and one with le");
    }
    return own.stream().map(date -> date.substring(prefix.length())).findFirst();
  }

  /** Reads what {@link #position} wrote. */
  static SearchQuery at(String position) {
    String[] parts = position.split(" ", -1);
    return new SearchQuery(
        new Period(Period.day(parts[0]), Period.day(parts[1])),
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]),
        Integer.parseInt(parts[4]));
  }

  String position() {
    return period.from() + " " + period.to() + " " + count + " " + first + " " + round;
  }

  /** The parameters of a first page, as the self link has them. */
  String parameters(RecordKind kind) {
    String name = kind.dateParameter();
    String category = kind.category().map(word -> "category=" + word + "&").orElse("");
    boolean always = period.from().equals(Period.ALWAYS.from());
    String from = always ? "" : name + "=ge" + period.from() + "&";
    boolean forever = period.to().equals(Period.ALWAYS.to());
    String to = forever ? "" : name + "=le" + period.to() + "&";
    return category + from + to + "_count=" + count;
  }

  SearchQuery next() {
    return new SearchQuery(period, count, first + count, round);
  }

  /** The page before this one. */
  SearchQuery previous() {
    return new SearchQuery(period, count, first - count, round);
  }

  /** The same page under another address. */
  SearchQuery again() {
    return new SearchQuery(period, count, first, round + 1);
  }

  boolean isThirdPage() {
    return first == 2 * count;
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
