package vn.eid.mock.state;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One citizen of a file: from JSON to a {@link Person} whose facts agree with each other. */
final class PersonRow {
  private static final String MEMBERS =
      "number name gender birthDate accountLevel locked decides residence immunizations health tax why";

  private static final Pattern TAX_STATUS = Pattern.compile("0[0-79]|10");

  private static final List<Consumer<Members>> PARTS =
      List.of(
          row -> row.only(MEMBERS.split(" ", -1)),
          PersonRow::number,
          row -> plainText(row, "name"),
          row -> oneOf(row, "gender", Gender.values(), Gender::claim),
          PersonRow::birthDate,
          row -> row.number("accountLevel", 1, 2),
          row -> row.optionalFlag("locked"),
          PersonRow::decision,
          row -> residence(row.object("residence")),
          HealthRow::read,
          row -> row.optionalObject("tax").ifPresent(PersonRow::tax),
          row -> why(row.object("why")));

  private PersonRow() {}

  /**
   * Everything that is wrong with a row that cannot be read.
   *
   * @param first why; where no part is wrong by itself, two of them contradict each other
   */
  static List<RuntimeException> mistakes(Members row, CitizensFileException first) {
    List<RuntimeException> mistakes = new ArrayList<>();
    for (Consumer<Members> part : PARTS) {
      try {
        part.accept(row);
      } catch (CitizensFileException e) {
        mistakes.add(e);
      }
    }
    return mistakes.isEmpty() ? List.of(first) : mistakes;
  }

  /**
   * The person of a row.
   *
   * @param today nobody is born later
   */
  static Person read(Members row, LocalDate today) {
    row.only(MEMBERS.split(" ", -1));
    Person person =
        new Person(
            number(row),
            plainText(row, "name"),
            oneOf(row, "gender", Gender.values(), Gender::claim),
            birthDate(row),
            (int) row.number("accountLevel", 1, 2),
            row.optionalFlag("locked").orElse(false),
            decision(row),
            residence(row.object("residence")),
            HealthRow.read(row),
            row.optionalObject("tax").map(PersonRow::tax),
            why(row.object("why")));
    checkNumberAgainstFacts(row, person);
    if (person.birthDate().firstDay().isAfter(today)) {
      throw row.refuse("birthDate", "is still to come");
    }
    return person;
  }

  private static String number(Members row) {
    String number = row.text("number");
    if (!number.matches("[0-9]{12}")) {
      throw row.refuse("number", "must be 12 digits in quotes");
    }
    if (!number.startsWith("099")) {
      throw row.refuse(
          "number",
          "does not begin with 099, the prefix that was never issued; "
              + "the mock never takes a number that could be a real person's");
    }
    return number;
  }

  /** The fourth digit tells century and sex, the next two the year (facts: Circular 59/2021). */
  private static void checkNumberAgainstFacts(Members row, Person person) {
    int digit = person.number().charAt(3) - '0';
    if (sexOf(person.number()) != person.gender()) {
      throw row.refuse(
          "number",
          "has the sex digit " + digit + ", which contradicts gender " + person.gender().claim());
    }
    int year = 1900 + digit / 2 * 100 + Integer.parseInt(person.number().substring(4, 6));
    if (year != person.birthDate().year()) {
      throw row.refuse(
          "number",
          "says birth year " + year + ", which contradicts birthDate " + person.birthDate().text());
    }
  }

  static Gender sexOf(String number) {
    return (number.charAt(3) - '0') % 2 == 0 ? Gender.MALE : Gender.FEMALE;
  }

  private static Decision decision(Members row) {
    return row.optionalText("decides").isEmpty()
        ? Decision.APPROVE
        : oneOf(row, "decides", Decision.values(), d -> d.name().toLowerCase(Locale.ROOT));
  }

  static BirthDate birthDate(Members row) {
    return BirthDate.parse(row.text("birthDate"))
        .orElseThrow(() -> row.refuse("birthDate", "must be a date such as 1985-03-12 or a year"));
  }

  private static Person.Residence residence(Members row) {
    row.only("formatted", "provinceCode", "communeCode");
    return new Person.Residence(
        plainText(row, "formatted"),
        province(row),
        matching(row, "communeCode", "[0-9]{5}", "must be 5 digits"));
  }

  private static String province(Members row) {
    String code = matching(row, "provinceCode", "[0-9]{2}", "must be 2 digits");
    if (!Provinces.CODES.contains(code)) {
      throw row.refuse("provinceCode", "is of no province in the list of 1 July 2025");
    }
    return code;
  }

  private static TaxEntry tax(Members row) {
    row.only("name", "birthDate", "status", "oldCodes", "linked", "candidates");
    Members status = row.object("status").only("code", "reason");
    return new TaxEntry(
        plainText(row, "name"),
        birthDate(row),
        taxStatus(status),
        matching(status, "reason", "[0-9]{2}", "must be 2 digits"),
        oldCodes(row),
        row.optionalFlag("linked").orElse(false),
        row.optionalNumber("candidates", 1, 99).map(Long::intValue).orElse(1));
  }

  private static String taxStatus(Members row) {
    String code = row.text("code");
    if (!TAX_STATUS.matcher(code).matches()) {
      throw row.refuse("code", "must be one of 00 to 07, 09 and 10 (Circular 90/2026, annex I)");
    }
    return code;
  }

  private static List<String> oldCodes(Members row) {
    List<String> codes = row.texts("oldCodes");
    for (String code : codes) {
      if (!OldTaxCode.valid(code)) {
        throw row.refuse("oldCodes", "holds a code that is not 10 digits with a right check digit");
      }
    }
    return codes;
  }

  private static BilingualText why(Members row) {
    row.only("vi", "en");
    return new BilingualText(plainText(row, "vi"), plainText(row, "en"));
  }

  // These are printed: a terminal obeys control characters, and a log takes a line for two.
  private static String plainText(Members row, String name) {
    String text = row.text(name);
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw row.refuse(name, "holds a control character, such as a line break");
    }
    return text;
  }

  private static String matching(Members row, String name, String form, String reason) {
    String text = row.text(name);
    if (!text.matches(form)) {
      throw row.refuse(name, reason);
    }
    return text;
  }

  private static <T> T oneOf(Members row, String name, T[] values, Function<T, String> word) {
    String text = row.text(name);
    return Arrays.stream(values)
        .filter(value -> word.apply(value).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                row.refuse(
                    name,
                    "must be one of "
                        + Arrays.stream(values).map(word).collect(Collectors.joining(", "))));
  }
}
