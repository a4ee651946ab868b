package vn.eid.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OldTaxCodeTest {

  @ParameterizedTest
  // The first two are companies' codes that are worked out in public sources.
  @ValueSource(strings = {"0101248141", "0300588569", "8999999018"})
  void aRightCheckDigitPasses(String code) {
    assertThat(OldTaxCode.valid(code)).isTrue();
  }

  @ParameterizedTest
  // The sum of 8800000660 is a multiple of 11: no such code was issued.
  @ValueSource(strings = {"0101248142", "8800000660", "010124814", "01012481411", "٠١٠١٢٤٨١٤١"})
  void anythingElseFails(String code) {
    assertThat(OldTaxCode.valid(code)).isFalse();
  }
}
