package vn.eid.mock.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.mock.state.BirthDate;
import vn.eid.mock.state.OldTaxCode;

class SlipsTest {
  @ParameterizedTest
  @ValueSource(strings = {"Nguyễn Thị Thúy", "Lê Anh", "Lam Anh", "Tôn Nữ Kim Hòa"})
  void aSlippedNameIsAnotherOne(String name) {
    for (int i = 0; i < 100; i++) {
      assertThat(Slips.name(name, Chance.of(1, i))).isNotBlank().isNotEqualToIgnoringCase(name);
    }
  }

  @ParameterizedTest
  @CsvSource({"1985-03-12, 1985-12-03", "1985-03-13, 1985", "1985-03-03, 1985", "1951, 1951-01-01"})
  void aSlippedDateIsAnotherOne(String date, String slipped) {
    assertThat(Slips.date(new BirthDate(date)).text()).isEqualTo(slipped);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8999999018", "0101248141", "0300588569"})
  void aMistypedCodeFailsItsCheckDigit(String code) {
    for (int i = 0; i < 100; i++) {
      assertThat(OldTaxCode.valid(Slips.code(code, Chance.of(1, i)))).isFalse();
    }
  }
}
