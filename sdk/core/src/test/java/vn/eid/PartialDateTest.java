package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

  @ParameterizedTest
  @ValueSource(strings = {"1951", "1951-03", "1951-03-12", "2024-02-29"})
  void printsWhatItRead(String text) {
    assertThat(PartialDate.parse(text)).hasToString(text);
  }

  @Test
  void hasNoDayWhereOnlyTheYearIsKnown() {
    PartialDate year = PartialDate.parse("1951");
    assertThat(year.year()).isEqualTo(1951);
    assertThat(year.month()).isEmpty();
    assertThat(year.toLocalDate()).isEmpty();
    assertThat(PartialDate.parse("1951-03").month()).hasValue(3);
  }

  @Test
  void isAWholeDateWhereTheDayIsKnown() {
    assertThat(PartialDate.parse("1985-03-12").toLocalDate()).contains(LocalDate.of(1985, 3, 12));
    assertThat(PartialDate.of(LocalDate.of(1985, 3, 12)))
        .isEqualTo(PartialDate.parse("1985-03-12"));
  }

  @Test
  void isNotEqualToADateOfWhichMoreIsKnown() {
    assertThat(PartialDate.parse("1951")).isNotEqualTo(PartialDate.parse("1951-01-01"));
    assertThat(PartialDate.parse("1951-01")).isNotEqualTo(PartialDate.parse("1951-01-01"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "51", "12/03/1951", "1951-13", "1951-02-30", "2023-02-29", "1951-3-1"})
  void refusesWhatIsNoDateOfTheCalendar(String text) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> PartialDate.parse(text));
  }

  @Test
  void isLaterThanADayOnlyWhereItSurelyIs() {
    LocalDate day = LocalDate.of(2026, 11, 20);
    assertThat(PartialDate.parse("2026-11-21").isAfter(day)).isTrue();
    assertThat(PartialDate.parse("2026-11-20").isAfter(day)).isFalse();
    assertThat(PartialDate.parse("2026-11").isAfter(day)).isFalse();
    assertThat(PartialDate.parse("2026-12").isAfter(day)).isTrue();
    assertThat(PartialDate.parse("2026").isAfter(day)).isFalse();
    assertThat(PartialDate.parse("2027").isAfter(day)).isTrue();
  }
}
