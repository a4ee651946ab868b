package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormerIdNumberTest {
  @Test
  void readsNineDigitsAndTheirLeadingZero() {
    assertThat(FormerIdNumber.parse("012345678").value()).isEqualTo("012345678");
    assertThat(FormerIdNumber.parse(" 012 345 678 ")).isEqualTo(FormerIdNumber.parse("012345678"));
    assertThat(FormerIdNumber.parse("012345678"))
        .hasSameHashCodeAs(FormerIdNumber.parse("012345678"))
        .isNotEqualTo(FormerIdNumber.parse("012345679"));
  }

  @ParameterizedTest
  @CsvSource({
    "12345678, has 8",
    "0123456789, has 10",
    "099085000011, has 12",
    "01234567A, character 9",
    "'', has 0"
  })
  void refusesAnythingElseAndSaysWhy(String text, String why) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> FormerIdNumber.parse(text))
        .withMessageContaining(why)
        .satisfies(e -> assertThat(e.field()).isEqualTo("formerIdNumber"));
  }

  @Test
  void printsItselfMasked() {
    assertThat(FormerIdNumber.parse("012345678")).hasToString("******678");
  }
}
