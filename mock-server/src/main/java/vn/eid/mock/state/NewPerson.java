package vn.eid.mock.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * A person that somebody wants for a test: a row of a file of citizens of which all but name and
 * birth date may be left out, and is then what is usual.
 */
public final class NewPerson {
  private static final int NUMBERS = 1_000_000;

  private final Predicate<String> taken;
  private final LocalDate today;
  private final Refusal refusal;

  /** Makes the exception from the member that is wrong and the reason. */
  public interface Refusal extends BiFunction<String, String, RuntimeException> {}

  NewPerson(Predicate<String> taken, LocalDate today, Refusal refusal) {
    this.taken = taken;
    this.today = today;
    this.refusal = refusal;
  }

  Person of(ObjectNode draft) {
    ObjectNode row = draft.deepCopy();
    Members given = new Members(row, "", refusal);
    BirthDate born = PersonRow.birthDate(given);
    if (!row.has("gender")) {
      row.put("gender", gender(given).claim());
    }
    if (!row.has("number")) {
      row.put("number", freeNumber(given, born));
    }
    fillIn(row);
    Person person = PersonRow.read(given, today);
    if (taken.test(person.number())) {
      throw given.refuse("number", "is another citizen's");
    }
    return person;
  }

  private static Gender gender(Members given) {
    return given
        .optionalText("number")
        .filter(number -> number.matches("[0-9]{12}"))
        .map(number -> PersonRow.sexOf(number))
        .orElse(Gender.MALE);
  }

  private static void fillIn(ObjectNode row) {
    if (!row.has("accountLevel")) {
      row.put("accountLevel", 2);
    }
    if (!row.has("residence")) {
      row.putObject("residence")
          .put("formatted", "Số 1 đường Thử Nghiệm, Phường Ba Đình, thành phố Hà Nội")
          .put("provinceCode", "01")
          .put("communeCode", "00004");
    }
    if (!row.has("why")) {
      row.putObject("why")
          .put("vi", "Được thêm vào cho một phép thử.")
          .put("en", "Was added for a test.");
    }
    if (row.get("tax") instanceof ObjectNode tax) {
      fillInTax(row, tax);
    }
  }

  // The registry knows the person by the same name, unless the draft says otherwise.
  private static void fillInTax(ObjectNode row, ObjectNode tax) {
    for (String same : new String[] {"name", "birthDate"}) {
      if (!tax.has(same)) {
        tax.set(same, row.get(same));
      }
    }
    if (!tax.has("status")) {
      tax.putObject("status").put("code", "00").put("reason", "03");
    }
  }

  /** The highest that nobody has, so that it stays clear of those who write numbers by hand. */
  private String freeNumber(Members given, BirthDate born) {
    int century = born.year() / 100 - 19;
    if (century < 0 || century > 4) {
      throw given.refuse("birthDate", "must be in the years 1900 to 2399, which numbers can say");
    }
    boolean female = given.text("gender").equals(Gender.FEMALE.claim());
    String start =
        String.format(Locale.ROOT, "099%d%02d", century * 2 + (female ? 1 : 0), born.year() % 100);
    for (int place = NUMBERS - 1; place >= 0; place--) {
      String number = start + String.format(Locale.ROOT, "%06d", place);
      if (!taken.test(number)) {
        return number;
      }
    }
    throw given.refuse("number", "is missing, and all numbers of this sex and year are taken");
  }
}
