package vn.eid.mock.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import vn.eid.mock.PayrollRow;
import vn.eid.mock.state.BirthDate;
import vn.eid.mock.state.Citizens;
import vn.eid.mock.state.Person;
import vn.eid.mock.state.TaxEntry;

/**
 * The people in an employer's files: mostly right, with the mistakes that such files have. Each row
 * is worked out from the seed when it is asked for.
 */
public final class Payroll {
  // A row that stands there twice stands there again within so many rows.
  private static final int NEAR = 200;

  private enum Question {
    DUPLICATE,
    HOW_FAR,
    UNKNOWN,
    NAME,
    NAME_SLIP,
    DATE,
    CAPITALS,
    DECOMPOSED,
    FORGOTTEN,
    MISTYPED,
    OTHER_CODE
  }

  private final Citizens citizens;
  private final GeneratedPeople people;
  private final long seed;

  public Payroll(Citizens citizens, GeneratedPeople people, long seed) {
    this.citizens = citizens;
    this.people = people;
    this.seed = seed;
  }

  /**
   * So many rows, one after the other.
   *
   * @throws IllegalArgumentException if there are fewer people than that
   */
  public Stream<PayrollRow> rows(long rows) {
    if (rows < 0 || rows > people.count()) {
      throw new IllegalArgumentException(
          "A payroll of "
              + rows
              + " rows needs as many generated people; there are "
              + people.count()
              + ".");
    }
    return LongStream.range(0, rows).mapToObj(this::row);
  }

  private PayrollRow row(long index) {
    Chance chance = Chance.of(~seed, index);
    if (index > 0 && chance.happens(Question.DUPLICATE, Rates.DUPLICATE)) {
      int near = (int) Math.min(index, NEAR);
      return row(index - 1 - chance.with(Question.HOW_FAR).below(near));
    }
    long place = Math.floorMod(index + (seed >>> 1), people.count());
    Person person = citizens.person(people.numberOf(place)).orElseThrow();
    return chance.happens(Question.UNKNOWN, Rates.UNKNOWN_NUMBER)
        ? unknown(place, person)
        : known(person, chance);
  }

  // The number that one more person would have.
  private PayrollRow unknown(long place, Person person) {
    return new PayrollRow(
        people.numberOf(people.count() + place),
        person.name(),
        person.birthDate().text(),
        List.of(),
        "not_found");
  }

  private PayrollRow known(Person person, Chance chance) {
    String name = name(person.name(), chance);
    BirthDate birth =
        chance.happens(Question.DATE, Rates.WRONG_DATE)
            ? Slips.date(person.birthDate())
            : person.birthDate();
    List<String> codes = codes(person, chance);
    return new PayrollRow(
        person.number(), name, birth.text(), codes, FirstLink.result(person, name, birth, codes));
  }

  private static String name(String name, Chance chance) {
    String written =
        chance.happens(Question.NAME, Rates.MISSPELT_NAME)
            ? Slips.name(name, chance.with(Question.NAME_SLIP))
            : name;
    if (chance.happens(Question.CAPITALS, Rates.CAPITALS)) {
      written = written.toUpperCase(Locale.ROOT);
    }
    return chance.happens(Question.DECOMPOSED, Rates.DECOMPOSED)
        ? Normalizer.normalize(written, Normalizer.Form.NFD)
        : written;
  }

  private List<String> codes(Person person, Chance chance) {
    List<String> known = person.tax().map(TaxEntry::oldCodes).orElse(List.of());
    if (chance.happens(Question.OTHER_CODE, Rates.OTHER_CODE)) {
      return OldCodes.of(people.count(), 1);
    }
    if (known.isEmpty() || chance.happens(Question.FORGOTTEN, Rates.FORGOTTEN_CODE)) {
      return List.of();
    }
    List<String> codes = new ArrayList<>(known);
    if (chance.happens(Question.MISTYPED, Rates.MISTYPED_CODE)) {
      codes.set(0, Slips.code(codes.get(0), chance.with(Question.MISTYPED).with(1)));
    }
    return codes;
  }
}
