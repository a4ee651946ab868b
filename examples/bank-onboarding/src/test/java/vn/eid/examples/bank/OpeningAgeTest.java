package vn.eid.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.eid.PartialDate;

class OpeningAgeTest {
  @ParameterizedTest
  @CsvSource({"2011-11-23, true", "2011-11-24, false", "2011, false", "2010, true", "1951, true"})
  void anAccountIsOpenedAloneFromTheFifteenthBirthdayOn(String born, boolean oldEnough) {
    assertThat(OpeningAge.isReachedBy(PartialDate.parse(born), LocalDate.of(2026, 11, 23)))
        .isEqualTo(oldEnough);
  }
}
