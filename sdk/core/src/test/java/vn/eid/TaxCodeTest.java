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
  @CsvSource({
    "0101248141-001, 0101248141-001",
    "0101248141001, 0101248141-001",
    "0101248141 - 001, 0101248141-001",
    "0312 68 78 78 - 001, 0312687878-001"
  })
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

  @Test
  void acceptsEveryCodeOfACompanyOnThePublicList() {
    assertThat(PublishedTaxCodes.all()).hasSize(159);
    for (String text : PublishedTaxCodes.all()) {
      TaxCode code = TaxCode.parse(text);
      assertThat(code.value().replace("-", "")).isEqualTo(text.replaceAll("[^0-9]", ""));
      assertThat(TaxCode.parse(code.value())).isEqualTo(code).hasSameHashCodeAs(code);
    }
    assertThat(PublishedTaxCodes.all().stream().map(TaxCode::parse).map(TaxCode::kind))
        .filteredOn(kind -> kind == TaxCode.Kind.DEPENDENT_UNIT)
        .hasSize(19);
  }

  @Test
  void saysOfWhichKindACodeIs() {
    assertThat(TaxCode.parse("0101248141").kind()).isEqualTo(TaxCode.Kind.ORGANISATION_OR_LEGACY);
    assertThat(TaxCode.parse("0101248141-001").kind()).isEqualTo(TaxCode.Kind.DEPENDENT_UNIT);
    assertThat(TaxCode.parse("099085000011").kind()).isEqualTo(TaxCode.Kind.INDIVIDUAL);
  }

  @Test
  void leadsFromADependentUnitToItsParentAndNoOther() {
    TaxCode parent = TaxCode.parse("0101248141");
    assertThat(TaxCode.parse("0101248141-001").parent()).contains(parent);
    assertThat(parent.parent()).isEmpty();
    assertThat(TaxCode.parse("099085000011").parent()).isEmpty();
  }

  @Test
  void leadsFromAnIndividualsCodeToTheCitizenNumberAndNoOther() {
    assertThat(TaxCode.parse("099085000011").citizenId()).contains(CitizenId.parse("099085000011"));
    assertThat(TaxCode.parse("0101248141").citizenId()).isEmpty();
    assertThat(TaxCode.parse("0101248141-001").citizenId()).isEmpty();
  }

  @Test
  void readsTwelveDigitsByTheRulesOfACitizenNumber() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> TaxCode.parse("003085000011"))
        .withMessageContaining("Digits 1 to 3")
        .satisfies(e -> assertThat(e.field()).isEqualTo("taxCode"));
  }

  @ParameterizedTest
  @CsvSource({
    "012345678, has 9",
    "0101248-141, hyphen stands after digit 10",
    "099085000-011, hyphen stands after digit 10",
    "01012481-41, character 9 is not a digit",
    "010124814x-001, character 10 is not a digit",
    "01.01248141, character 3 is not a digit",
    "0101248141-000, Digits 11 to 13",
    "0101248142-001, Digit 10",
    "0100000008, Digits 3 to 9",
    "0100233480, Digit 10",
    "VV34567890, character 1",
    "12345, has 5"
  })
  void saysWhichDigitBreaksWhichRule(String text, String rule) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> TaxCode.parse(text))
        .withMessageContaining(rule)
        .withMessageNotContaining(text)
        .satisfies(e -> assertThat(e.field()).isEqualTo("taxCode"));
  }
}
