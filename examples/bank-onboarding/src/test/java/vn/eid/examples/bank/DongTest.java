package vn.eid.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DongTest {
  @ParameterizedTest
  @ValueSource(strings = {"10000000", "10.000.000", "10,000,000", "10 000 000", " 10000000 "})
  void anAmountIsReadAsPeopleWriteIt(String written) {
    assertThat(Dong.parse(written)).hasValue(10_000_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "1.5", "10.00", "1.000,000", "-5", "1e6", "５００", "1000000000000"})
  void whatIsNoWholeNumberOfDongIsNone(String written) {
    assertThat(Dong.parse(written)).isEmpty();
  }
}
