package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.CitizenId.Contradiction;

class CitizenIdTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  @ParameterizedTest
  @ValueSource(
      strings = {"099085000011", "001850123456", "096950000001", "000850000001", "295850000001"})
  void acceptsProvincesAndBirthsAbroadAndSyntheticNumbers(String number) {
    assertThat(CitizenId.parse(number).value()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"003850123456", "097850123456", "100850123456", "296850123456", "999850123456"})
  void refusesPlaceCodesThatWereNeverAssigned(String number) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> CitizenId.parse(number))
        .withMessageContaining("never assigned")
        .withMessageNotContaining(number);
  }

  @Test
  void saysWhichCharacterIsNotADigit() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> CitizenId.parse("0990850O0011"))
        .withMessageContaining("character 8 is not a digit")
        .satisfies(e -> assertThat(e.field()).isEqualTo("citizenId"));
  }

  @Test
  void refusesDigitsOfOtherScriptsThatOnlyLookRight() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> CitizenId.parse("\u0660\u0669\u0669085000011"));
  }

  @Test
  void saysThatASpreadsheetMayHaveDroppedTheLeadingZero() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> CitizenId.parse("99085000011"))
        .withMessageContaining("this one has 11")
        .withMessageContaining("spreadsheets drop them");
  }

  @Test
  void printsItselfMasked() {
    assertThat(CitizenId.parse("099085000011")).hasToString("*********011");
  }

  @Test
  void knowsSyntheticNumbersByTheirPrefix() {
    assertThat(CitizenId.parse("099085000011").isSynthetic()).isTrue();
    assertThat(CitizenId.parse("001850123456").isSynthetic()).isFalse();
  }

  @Test
  void isEqualByItsDigits() {
    assertThat(CitizenId.parse(" 099085000011 "))
        .isEqualTo(CitizenId.parse("099085000011"))
        .hasSameHashCodeAs(CitizenId.parse("099085000011"))
        .isNotEqualTo(CitizenId.parse("099192000022"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1985, MALE", "1, 1985, FEMALE", "2, 2085, MALE", "3, 2085, FEMALE", "4, 2185, MALE",
    "5, 2185, FEMALE", "6, 2285, MALE", "7, 2285, FEMALE", "8, 2385, MALE", "9, 2385, FEMALE"
  })
  void readsCenturyAndSexFromTheFourthDigit(String digit, int year, Gender gender) {
    CitizenId citizen = CitizenId.parse("099" + digit + "85000011");
    assertThat(citizen.birthYear()).isEqualTo(year);
    assertThat(citizen.gender()).isEqualTo(gender);
  }

  @Test
  void readsTheNumberOfAManWhoCannotLiveYet() {
    CitizenId citizen = CitizenId.parse("001850123456");
    assertThat(citizen.birthYear()).isEqualTo(2350);
    assertThat(citizen.gender()).isEqualTo(Gender.MALE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "099 085 000011",
        "0990 8500 0011",
        "099\u00a0085\u00a0000\u00a0011",
        "\u00a0099\u202f085000011\t",
        "  099085000011  ",
        "\t\u00a0\u00a0099085000011\u00a0"
      })
  void readsGroupsWithTheSpacesOfCardsAndSpreadsheets(String text) {
    assertThat(CitizenId.parse(text)).isEqualTo(CitizenId.parse("099085000011"));
  }

  /** A point may be the trace of a number with decimals, which lost its leading zero before. */
  @ParameterizedTest
  @CsvSource({"099.085.000.011, 4", "99085000011.0, 12", "9.9085E+10, 2", "099  085000011, 4"})
  void takesNothingElseForAGroup(String text, int character) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> CitizenId.parse(text))
        .withMessageContaining("character " + character + " is not a digit");
  }

  @Test
  void givesBackEveryNumberThatItReads() {
    Random random = new Random(5);
    for (int i = 0; i < 10_000; i++) {
      String number = String.format("099%09d", random.nextInt(1_000_000_000));
      CitizenId citizen = CitizenId.parse(number);
      assertThat(citizen.value()).isEqualTo(number);
      assertThat(citizen.birthYear()).isBetween(1900, 2399);
      assertThat(citizen.gender()).isNotEqualTo(Gender.OTHER);
    }
  }

  @Test
  void findsNoContradictionInWhatAgrees() {
    CitizenId citizen = CitizenId.parse("099185000012");
    PartialDate born = PartialDate.parse("1985-03-12");
    assertThat(citizen.contradictions(born, TODAY)).isEmpty();
    assertThat(citizen.contradictions(born, Gender.FEMALE, TODAY)).isEmpty();
    assertThat(citizen.contradictions(born, Gender.OTHER, TODAY)).isEmpty();
    assertThat(citizen.contradictions(PartialDate.parse("1985"), TODAY)).isEmpty();
  }

  @Test
  void warnsOfAnotherBirthYearAndTheOtherSexAndRefusesNeither() {
    CitizenId citizen = CitizenId.parse("099185000012");
    assertThat(citizen.contradictions(PartialDate.parse("1986-03-12"), Gender.MALE, TODAY))
        .containsExactlyInAnyOrder(Contradiction.BIRTH_YEAR, Contradiction.GENDER);
    assertThat(citizen.contradictions(PartialDate.parse("1885"), TODAY))
        .containsExactly(Contradiction.BIRTH_YEAR);
  }

  @Test
  void warnsOfABirthInTheFuture() {
    CitizenId citizen = CitizenId.parse("099226000001");
    assertThat(citizen.contradictions(PartialDate.parse("2026-11-02"), TODAY))
        .containsExactly(Contradiction.BORN_IN_THE_FUTURE);
    assertThat(citizen.contradictions(PartialDate.parse("2026-11-01"), TODAY)).isEmpty();
    assertThat(citizen.contradictions(PartialDate.parse("2026-12"), TODAY))
        .containsExactly(Contradiction.BORN_IN_THE_FUTURE);
    assertThat(citizen.contradictions(PartialDate.parse("2026"), TODAY)).isEmpty();
  }
}
