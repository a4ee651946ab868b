package vn.eid.mock.people;

import java.time.LocalDate;
import java.util.Optional;
import vn.eid.mock.people.Numbering.Cohort;
import vn.eid.mock.state.BilingualText;
import vn.eid.mock.state.BirthDate;
import vn.eid.mock.state.Decision;
import vn.eid.mock.state.Gender;
import vn.eid.mock.state.HealthRecord;
import vn.eid.mock.state.Person;
import vn.eid.mock.state.Population;
import vn.eid.mock.state.TaxEntry;

/**
 * Any number of synthetic people, made from a seed. What the registers know of one is worked out
 * from the seed and the number when it is asked for; nothing is kept. Immutable, safe for use by
 * threads.
 */
public final class GeneratedPeople implements Population {
  private static final int YEAR_ONLY_BEFORE = 1960;
  private static final BilingualText WHY =
      new BilingualText("Người được tạo tự động", "One of the generated people");

  private enum Question {
    NAME,
    BIRTH,
    RESIDENCE,
    ACCOUNT,
    TAX
  }

  private final long count;
  private final long seed;
  private final Numbering numbering;

  public GeneratedPeople(long count, long seed) {
    requireCount(count);
    this.count = count;
    this.seed = seed;
    this.numbering = new Numbering(seed);
  }

  /**
   * Lets pass how many there can be.
   *
   * @throws IllegalArgumentException for another number
   */
  public static void requireCount(long count) {
    if (count < 0 || count > Numbering.MOST) {
      throw new IllegalArgumentException(
          "The mock makes from 0 to 100,000,000 people, not " + count + ".");
    }
  }

  public long count() {
    return count;
  }

  public long seed() {
    return seed;
  }

  /** The number of one of them, from 0 to {@code count - 1}. */
  public String numberOf(long index) {
    return numbering.numberOf(index);
  }

  @Override
  public Optional<Person> find(String number) {
    long index = numbering.indexOf(number);
    return index < 0 || index >= count ? Optional.empty() : Optional.of(person(index, number));
  }

  private Person person(long index, String number) {
    Cohort cohort = numbering.cohortOf(index);
    Chance chance = Chance.of(seed, index);
    String name = Names.of(cohort.female(), chance.with(Question.NAME));
    BirthDate birth = birthDate(cohort.year(), chance.with(Question.BIRTH));
    return new Person(
        number,
        name,
        cohort.female() ? Gender.FEMALE : Gender.MALE,
        birth,
        chance.with(Question.ACCOUNT).happens(Rates.LEVEL_ONE) ? 1 : 2,
        false,
        Decision.APPROVE,
        Places.draw(chance.with(Question.RESIDENCE)),
        HealthRecord.USUAL,
        taxEntry(index, name, birth, chance.with(Question.TAX)),
        WHY);
  }

  private static BirthDate birthDate(int year, Chance chance) {
    if (year < YEAR_ONLY_BEFORE && chance.with(1).happens(Rates.YEAR_ONLY)) {
      return new BirthDate(Integer.toString(year));
    }
    return new BirthDate(LocalDate.ofYearDay(year, 1 + chance.below(365)).toString());
  }

  private static Optional<TaxEntry> taxEntry(
      long index, String name, BirthDate birth, Chance chance) {
    return chance.happens(Rates.NOT_IN_REGISTRY)
        ? Optional.empty()
        : Optional.of(TaxFacts.of(index, name, birth, chance));
  }
}
