package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenIdTest {

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
}
