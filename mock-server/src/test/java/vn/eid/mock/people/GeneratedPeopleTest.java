package vn.eid.mock.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.mock.state.Gender;
import vn.eid.mock.state.OldTaxCode;
import vn.eid.mock.state.Person;
import vn.eid.mock.state.TaxEntry;

class GeneratedPeopleTest {
  private static final GeneratedPeople PEOPLE = new GeneratedPeople(100_000, 42);
  private static final List<Person> ALL =
      LongStream.range(0, PEOPLE.count()).mapToObj(GeneratedPeopleTest::person).toList();

  private static Person person(long index) {
    return PEOPLE.find(PEOPLE.numberOf(index)).orElseThrow();
  }

  private static double percent(List<Person> people, Predicate<Person> which) {
    return 100.0 * people.stream().filter(which).count() / people.size();
  }

  private static double percentOfEntries(Predicate<TaxEntry> which) {
    return percent(ALL, person -> person.tax().filter(which).isPresent());
  }

  @Test
  void sexAndBirthYearAgreeWithTheNumber() {
    assertThat(ALL)
        .allSatisfy(
            person -> {
              int digit = person.number().charAt(3) - '0';
              assertThat(person.gender()).isEqualTo(digit % 2 == 0 ? Gender.MALE : Gender.FEMALE);
              int year = 1900 + digit / 2 * 100 + Integer.parseInt(person.number(), 4, 6, 10);
              assertThat(person.birthDate().year()).isEqualTo(year);
            });
  }

  @Test
  void theSameSeedMakesTheSamePeople() {
    GeneratedPeople again = new GeneratedPeople(100_000, 42);
    GeneratedPeople others = new GeneratedPeople(100_000, 43);
    assertThat(ALL).allMatch(person -> again.find(person.number()).equals(Optional.of(person)));
    assertThat(others.numberOf(0)).isNotEqualTo(PEOPLE.numberOf(0));
  }

  @Test
  void moreOfThemAreTheSameAndSomeMore() {
    GeneratedPeople nation = new GeneratedPeople(100_000_000, 42);
    assertThat(nation.find(ALL.get(99).number())).contains(ALL.get(99));
    String last = nation.numberOf(99_999_999);
    assertThat(nation.find(last)).isPresent();
    assertThat(PEOPLE.find(last)).isEmpty();
  }

  @Test
  void familyNamesAreAsUnevenAsInVietnam() {
    assertThat(percent(ALL, person -> person.name().startsWith("Nguyễn ")))
        .isCloseTo(37, within(2.0));
    assertThat(percent(ALL, person -> person.name().startsWith("Trần ")))
        .isCloseTo(12, within(1.5));
    assertThat(ALL.stream().map(Person::name).distinct().count()).isGreaterThan(5_000);
    assertThat(ALL).allMatch(person -> Normalizer.isNormalized(person.name(), Normalizer.Form.NFC));
  }

  @Test
  void theTaxRegistryIsAsUntidyAsTheRatesSay() {
    assertThat(percent(ALL, person -> person.tax().isEmpty())).isCloseTo(1, within(0.15));
    assertThat(percentOfEntries(entry -> entry.candidates() > 1)).isCloseTo(0.5, within(0.1));
    assertThat(percentOfEntries(TaxEntry::linked)).isCloseTo(15, within(0.7));
    assertThat(percentOfEntries(entry -> entry.code().equals("10"))).isCloseTo(1.5, within(0.2));
    assertThat(percent(ALL, GeneratedPeopleTest::isRegisteredOtherwise)).isCloseTo(3, within(0.3));
  }

  private static boolean isRegisteredOtherwise(Person person) {
    return person
        .tax()
        .filter(e -> !e.name().equals(person.name()) || !e.birthDate().equals(person.birthDate()))
        .isPresent();
  }

  @Test
  void aThirdOfThoseBornBefore2007HaveOldCodes() {
    List<Person> older = ALL.stream().filter(p -> p.birthDate().year() < 2007).toList();
    assertThat(percent(older, person -> !codes(person).isEmpty())).isCloseTo(35, within(1.0));
    assertThat(ALL).filteredOn(p -> p.birthDate().year() >= 2007).allMatch(p -> codes(p).isEmpty());
  }

  private static List<String> codes(Person person) {
    return person.tax().map(TaxEntry::oldCodes).orElse(List.of());
  }

  @Test
  void oldCodesAreGoodAndNobodyElses() {
    List<String> codes = ALL.stream().flatMap(person -> codes(person).stream()).toList();
    assertThat(codes).doesNotHaveDuplicates().allMatch(OldTaxCode::valid);
    assertThat(ALL).anyMatch(person -> codes(person).size() == 2);
  }

  @Test
  void ofSomeOlderPeopleOnlyTheYearIsKnown() {
    List<Person> older = ALL.stream().filter(p -> p.birthDate().year() < 1960).toList();
    assertThat(percent(older, p -> p.birthDate().text().length() == 4)).isCloseTo(15, within(2.0));
  }

  @Test
  void nobodyElseIsThere() {
    assertThat(PEOPLE.find("099085000011x")).isEmpty();
    assertThat(PEOPLE.find(PEOPLE.numberOf(100_000))).isEmpty();
    assertThat(new GeneratedPeople(0, 42).find(ALL.get(0).number())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 100_000_001})
  void moreThanANationIsRefused(long count) {
    assertThatThrownBy(() -> new GeneratedPeople(count, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100,000,000");
  }

  @Test
  void theyLiveAllOverTheCountry() {
    assertThat(ALL.stream().map(person -> person.residence().provinceCode()).distinct())
        .hasSize(34);
    assertThat(ALL)
        .allMatch(person -> person.residence().communeCode().matches("[0-9]{5}"))
        .allMatch(person -> person.residence().formatted().matches("Số [0-9]+ đường .+, .+ .+"));
  }
}
