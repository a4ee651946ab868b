package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxCodeTest {

  /** Codes that these companies print on every invoice. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0101248141", "0300588569", "0100684378", "0100109106", "0101245486", "0100112437",
        "0100107370", "0100100079", "0303576603", "0101601092", "0900189284", "0100150619",
        "0100107518", "0100230800", "0301452948"
      })
  void acceptsThePublishedCodesOfCompanies(String code) {
    assertThat(TaxCode.parse(code).value()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void findsAnySingleMistypedDigit(int position) {
    char[] digits = "0101248141".toCharArray();
    digits[position] = (char) ('0' + (digits[position] - '0' + 1) % 10);
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> TaxCode.parse(new String(digits)))
        .withMessageContaining("check digit");
  }

  @ParameterizedTest
  @CsvSource({"0101248141-001,0101248141-001", "0101248141001,0101248141-001"})
  void acceptsADependentUnitWithAndWithoutItsHyphen(String text, String value) {
    assertThat(TaxCode.parse(text).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0101248141-000", "0101248142-001"})
  void refusesAUnitNumberedZeroOrOfAWrongParent(String code) {
    assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> TaxCode.parse(code));
  }

  @Test
  void takesACitizenNumberForTheCodeOfAnIndividual() {
    CitizenId citizen = CitizenId.parse("099085000011");
    assertThat(TaxCode.forIndividual(citizen, LocalDate.of(2025, 7, 1)))
        .isEqualTo(TaxCode.parse("099085000011"));
  }

  @Test
  void derivesNoCodeForADayBeforeTheRuleBegan() {
    CitizenId citizen = CitizenId.parse("099085000011");
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> TaxCode.forIndividual(citizen, LocalDate.of(2025, 6, 30)))
        .withMessageContaining("1 July 2025");
  }

  @Test
  void refusesElevenDigits() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> TaxCode.parse("01012481411"))
        .withMessageContaining("has 10, 12 or 13 digits; this one has 11");
  }

  @Test
  void refusesACounterOfZeros() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> TaxCode.parse("0100000001"))
        .withMessageContaining("all zero");
  }

  @Test
  void printsItselfMasked() {
    assertThat(TaxCode.parse("0101248141")).hasToString("*******141");
  }
}
