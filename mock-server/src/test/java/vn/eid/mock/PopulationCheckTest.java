package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopulationCheckTest extends PopulationTest {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private static LocalDate today() {
    return LocalDate.ofInstant(mock.clock().instant(), VIETNAM);
  }

  private static int fullYearsSince(String day) {
    return LocalDate.parse(day).until(today()).getYears();
  }

  /** Moves the clock to noon in Vietnam, on a day to come. */
  private static void goTo(LocalDate day) {
    mock.advance(
        Duration.between(mock.clock().instant(), day.atTime(12, 0).atZone(VIETNAM).toInstant()));
  }

  @Test
  void nameAndBirthDateOfTheNumberMatch() {
    assertThat(answer(ordinary())).isEqualTo("matched");
  }

  @ParameterizedTest
  @CsvSource({
    "099085000011, Nguyễn Văn Ân, 1985-03-12",
    "099085000011, Nguyen Van An, 1985-03-12",
    "099085000011, Nguyễn Văn An, 1985-12-03",
    "099085000011, Nguyễn Văn An, 1985",
    "099051000044, Phạm Dũng, 1951-01-01",
    "099999999999, Nguyễn Văn An, 1985-03-12"
  })
  void anythingElseIsNoMatch(String number, String name, String birthDate) {
    assertThat(answer(person(number, name, birthDate))).isEqualTo(NO_MATCH);
  }

  @ParameterizedTest
  @CsvSource({
    "099085000011, '  NGUYỄN  văn an ', 1985-03-12",
    "099188000055, ĐỖ THỊ HƯƠNG, 1988-11-02",
    "099051000044, Phạm Dũng, 1951"
  })
  void caseSpacesAndTheFormOfUnicodeDoNotCount(String number, String name, String birthDate) {
    assertThat(answer(person(number, name, birthDate))).isEqualTo("matched");
  }

  @Test
  void anAgeHoldsFromTheBirthdayOn() {
    int age = fullYearsSince("1985-03-12");
    assertThat(answer(ordinary(aged(0)))).isEqualTo("matched");
    assertThat(answer(ordinary(aged(age)))).isEqualTo("matched");
    assertThat(answer(ordinary(aged(age + 1)))).isEqualTo(NO_MATCH);
    LocalDate birthday = LocalDate.parse("1985-03-12").plusYears(age + 1);
    goTo(birthday.minusDays(1));
    assertThat(answer(ordinary(aged(age + 1)))).isEqualTo(NO_MATCH);
    goTo(birthday);
    assertThat(answer(ordinary(aged(age + 1)))).isEqualTo("matched");
  }

  @Test
  void aDayBeginsAtMidnightInVietnam() {
    int age = fullYearsSince("1985-03-12") + 1;
    LocalDate birthday = LocalDate.parse("1985-03-12").plusYears(age);
    goTo(birthday.minusDays(1));
    mock.advance(Duration.ofHours(12).minusMinutes(1));
    assertThat(answer(ordinary(aged(age)))).isEqualTo(NO_MATCH);
    mock.advance(Duration.ofMinutes(2));
    assertThat(answer(ordinary(aged(age)))).isEqualTo("matched");
  }

  @Test
  void ofAYearTheLastDayCounts() {
    int age = today().getYear() + 1 - 1951;
    goTo(LocalDate.of(1951 + age, 12, 30));
    assertThat(answer(with(person("099051000044", "Phạm Dũng", "1951"), aged(age))))
        .isEqualTo(NO_MATCH);
    assertThat(answer(with(person("099051000044", "Phạm Dũng", "1951"), aged(age - 1))))
        .isEqualTo("matched");
    goTo(LocalDate.of(1951 + age, 12, 31));
    assertThat(answer(with(person("099051000044", "Phạm Dũng", "1951"), aged(age))))
        .isEqualTo("matched");
  }

  @Test
  void theDeadAreNotAliveResideNowhereAndHeadNothing() {
    List<Map<String, Object>> of = List.of(alive(), residesIn("01"), headsHousehold());
    of.forEach(one -> assertThat(answer(ordinary(one))).as("%s", one).isEqualTo("matched"));
    mock.citizen(ORDINARY).dies();
    of.forEach(one -> assertThat(answer(ordinary(one))).as("%s", one).isEqualTo(NO_MATCH));
    assertThat(answer(ordinary(aged(18)))).isEqualTo("matched");
    mock.reset();
    assertThat(answer(ordinary(alive()))).isEqualTo("matched");
  }

  @Test
  void theProvinceIsTheOneOfTheResidence() {
    assertThat(answer(ordinary(residesIn("01")))).isEqualTo("matched");
    assertThat(answer(ordinary(residesIn("79")))).isEqualTo(NO_MATCH);
  }

  @Test
  void aChildHeadsNoHousehold() {
    assertThat(answer(ordinary(headsHousehold()))).isEqualTo("matched");
    Map<String, Object> child = person("099322000033", "Lê Ngọc Chi", "2022-05-09");
    assertThat(answer(with(child, headsHousehold()))).isEqualTo(NO_MATCH);
  }

  @Test
  void everyStatementMustHold() {
    assertThat(answer(ordinary(aged(18), alive(), residesIn("01"), headsHousehold())))
        .isEqualTo("matched");
    assertThat(answer(ordinary(aged(18), alive(), residesIn("31"), headsHousehold())))
        .isEqualTo(NO_MATCH);
    assertThat(answer(with(person(ORDINARY, "Nguyễn Văn Ân", "1985-03-12"), alive())))
        .isEqualTo(NO_MATCH);
  }

  private static Set<String> members(Answer answer) {
    Set<String> names = new HashSet<>();
    answer.json().fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void anUnknownNumberLooksLikeAWrongNameAndAsLongAsAMatch() {
    Map<String, Map<String, Object>> bodies = new HashMap<>();
    bodies.put("match", ordinary(aged(18), alive()));
    bodies.put(
        "other name", with(person(ORDINARY, "Phạm Văn An", "1985-03-12"), aged(18), alive()));
    bodies.put("nobody", with(person("099999999999", "Nobody", "1985-03-12"), aged(18), alive()));
    bodies.put("too young", ordinary(aged(99), alive()));
    Set<Integer> lengths = new HashSet<>();
    Set<Integer> receipts = new HashSet<>();
    Set<List<String>> headers = new HashSet<>();
    bodies.forEach(
        (name, body) -> {
          Answer answer = recipient.check(body).isOk();
          assertThat(members(answer)).as(name).containsExactlyInAnyOrder("answer", "receipt");
          assertThat(answer.text("answer")).isEqualTo(name.equals("match") ? "matched" : NO_MATCH);
          lengths.add(answer.body().length());
          receipts.add(answer.text("receipt").length());
          headers.add(new ArrayList<>(answer.response().headers().map().keySet()));
        });
    assertThat(lengths).hasSize(1);
    assertThat(receipts).hasSize(1);
    assertThat(headers).hasSize(1);
  }

  @Test
  void nobodysNumberTellsNothingOfThePersonWhoseEntryStandsInForIt() {
    String first = mock.citizens().get(0).name().toUpperCase(Locale.ROOT);
    assertThat(answer(person("099999999999", first, "1985-03-12"))).isEqualTo(NO_MATCH);
  }

  @Test
  void theSameKeyAndBodyGiveTheSameAnswer() {
    Answer first = recipient.check("key-1", ordinary(alive())).isOk();
    mock.citizen(ORDINARY).dies();
    assertThat(recipient.check("key-1", ordinary(alive())).body()).isEqualTo(first.body());
    recipient.check("key-1", ordinary()).isProblem(422, "idempotency_key_reused", "make a new key");
  }

  @Test
  void aKeyIsNeeded() {
    recipient
        .post("/population/v1/checks", "population_check", ordinary(), Map.of())
        .isProblem(400, "idempotency_key_missing", "Send an Idempotency-Key");
  }

  @Test
  void aTokenWithoutTheScopeIsRefused() {
    recipient
        .post("/population/v1/checks", "tax_link", ordinary(), Map.of("Idempotency-Key", "k"))
        .isProblem(403, "insufficient_scope", "population_check");
  }
}
