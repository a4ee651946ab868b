package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsuranceNumberTest {
  @Test
  void readsTheNumberOfAnOldCardWithTheSpacesThatStandOnIt() {
    InsuranceNumber number = InsuranceNumber.parse("hs 4 01 0123456789");
    assertThat(number.form()).isEqualTo(InsuranceNumber.Form.CARD);
    assertThat(number.value()).isEqualTo("HS4010123456789");
    assertThat(number.socialInsuranceNumber()).contains("0123456789");
    assertThat(number.printedBenefitLevel()).hasValue(4);
    assertThat(number.citizenId()).isEmpty();
  }

  @Test
  void readsASocialInsuranceNumber() {
    InsuranceNumber number = InsuranceNumber.parse(" 0123456789 ");
    assertThat(number.form()).isEqualTo(InsuranceNumber.Form.SOCIAL_INSURANCE);
    assertThat(number.socialInsuranceNumber()).contains("0123456789");
    assertThat(number.printedBenefitLevel()).isEmpty();
  }

  @Test
  void readsACitizenNumberByItsOwnRules() {
    InsuranceNumber number = InsuranceNumber.parse("099085000011");
    assertThat(number.form()).isEqualTo(InsuranceNumber.Form.CITIZEN);
    assertThat(number.citizenId()).contains(CitizenId.parse("099085000011"));
    assertThat(number.socialInsuranceNumber()).isEmpty();
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> InsuranceNumber.parse("003085000011"))
        .withMessageContaining("Digits 1 to 3");
  }

  @ParameterizedTest
  @CsvSource({
    "H14010123456789, two letters",
    "ß4010123456789, has 14",
    "\u017fs4010123456789, two letters",
    "H\u01314010123456789, two letters",
    "HS0010123456789, benefit level",
    "HS6010123456789, benefit level",
    "HS4O10123456789, Characters 4 to 15",
    "'HS 4 01 012345678X', Characters 4 to 15",
    "01234567x9, not a digit",
    "012345678, has 9",
    "H40123456789012, two letters",
    "HS401012345678, has 14",
    "'', has 0"
  })
  void saysWhichRuleIsBrokenAndNotTheNumber(String text, String rule) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> InsuranceNumber.parse(text))
        .withMessageContaining(rule)
        .satisfies(e -> assertThat(e.field()).isEqualTo("insuranceNumber"));
  }

  @Test
  void printsMasked() {
    assertThat(InsuranceNumber.parse("HS4010123456789")).hasToString("************789");
    assertThat(InsuranceNumber.parse("0123456789")).isEqualTo(InsuranceNumber.parse("0123456789"));
  }

  @Test
  void readsACardWithTheNoBreakSpacesOfASpreadsheet() {
    assertThat(InsuranceNumber.parse("HS\u00a04\u00a001\u00a00123456789"))
        .isEqualTo(InsuranceNumber.parse("HS4010123456789"));
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4", "5"})
  void readsEachBenefitLevelThatIsPrinted(int level) {
    assertThat(InsuranceNumber.parse("TE" + level + "790123456789").printedBenefitLevel())
        .hasValue(level);
  }
}
