package vn.eid.mock.endpoint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.eid.mock.state.Members;
import vn.eid.mock.state.PersonCheck;
import vn.eid.mock.state.Statement;

/** Reads a population check. */
final class CheckForm {
  private static final int MOST_STATEMENTS = 8;
  private static final int OLDEST = 150;
  private static final Set<String> PROVINCES =
      Set.of(
          "01 04 08 11 12 14 15 19 20 22 24 25 31 33 37 38 40 42 44 46 48 51 52 56 66 68 75 79 80"
              .concat(" 82 86 91 92 96")
              .split(" ", -1));

  private CheckForm() {}

  static PersonCheck read(Members body) {
    body.only("request_id", "citizen_id", "full_name", "birth_date", "statements", "audit");
    // It is random, so nobody finds out about whom a request was by trying hashes.
    if (!body.text("request_id").matches("[A-Za-z0-9_-]{22,64}")) {
      throw body.refuse("request_id", "must be 22 to 64 characters of base64url, at random");
    }
    return new PersonCheck(
        CitizenNumber.read(body),
        body.text("full_name"),
        TaxLinks.birthDate(body),
        statements(body));
  }

  private static List<Statement> statements(Members body) {
    List<Members> given = body.objects("statements");
    if (given.size() > MOST_STATEMENTS) {
      throw body.refuse("statements", "holds more than " + MOST_STATEMENTS);
    }
    List<Statement> statements = new ArrayList<>();
    Set<Class<?>> kinds = new HashSet<>();
    for (Members one : given) {
      Statement statement = statement(one);
      if (!kinds.add(statement.getClass())) {
        throw one.refuse("type", "is given twice");
      }
      statements.add(statement);
    }
    return List.copyOf(statements);
  }

  private static Statement statement(Members one) {
    return switch (one.text("type")) {
      case "age_at_least" ->
          new Statement.AgeAtLeast(
              Math.toIntExact(one.only("type", "years").number("years", 0, OLDEST)));
      case "alive" -> {
        one.only("type");
        yield new Statement.Alive();
      }
      case "resides_in" -> residesIn(one.only("type", "province", "list"));
      case "heads_household" -> {
        one.only("type");
        yield new Statement.HeadsHousehold();
      }
      default ->
          throw one.refuse("type", "must be age_at_least, alive, resides_in or heads_household");
    };
  }

  private static Statement residesIn(Members one) {
    if (!one.text("list").equals(Statement.PROVINCES)) {
      throw one.refuse("list", "must be " + Statement.PROVINCES);
    }
    if (!PROVINCES.contains(one.text("province"))) {
      throw one.refuse("province", "is none of the 34 of that list");
    }
    return new Statement.ResidesIn(one.text("province"));
  }
}
