package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values made at random; the seed stands in the test's name, so a failure repeats. */
class GeneratedValuesTest {
  private static final int MANY = 2_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyValidNumberIsReadHoweverItIsGroupedAndPrintsMasked(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < MANY; i++) {
      String digits = place(random) + "%09d".formatted(random.nextInt(1_000_000_000));
      CitizenId number = CitizenId.parse(digits);
      assertThat(CitizenId.parse(grouped(digits, random))).isEqualTo(number);
      assertThat(number.value()).isEqualTo(digits);
      assertThat(number.toString()).isEqualTo("*********" + digits.substring(9));
      assertThat(number.birthYear() % 100).isEqualTo(Integer.parseInt(digits.substring(4, 6)));
      assertThat(number.gender())
          .isEqualTo(digits.charAt(3) % 2 == 0 ? Gender.MALE : Gender.FEMALE);
      assertThat(number.registeredIn().code()).isEqualTo(digits.substring(0, 3));
      assertThat(TaxCode.parse(digits).citizenId()).contains(number);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyDayMonthAndYearIsReadAsItIsPrinted(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < MANY; i++) {
      LocalDate day = LocalDate.ofEpochDay(random.nextInt(200_000) - 50_000);
      String text = day.toString();
      PartialDate whole = PartialDate.parse(text);
      assertThat(whole).isEqualTo(PartialDate.of(day));
      assertThat(whole.toLocalDate()).contains(day);
      assertThat(PartialDate.parse(text.substring(0, 7)).month()).hasValue(day.getMonthValue());
      assertThat(PartialDate.parse(text.substring(0, 4)))
          .isEqualTo(PartialDate.ofYear(Year.of(day.getYear())));
      for (int length : List.of(4, 7, 10)) {
        assertThat(PartialDate.parse(text.substring(0, length)))
            .hasToString(text.substring(0, length));
      }
    }
  }

  private static String place(Random random) {
    while (true) {
      String code = "%03d".formatted(random.nextInt(1000));
      if (RegistrationCodes.isAssigned(code)) {
        return code;
      }
    }
  }

  /** With a space here and there, as on cards. */
  private static String grouped(String digits, Random random) {
    StringBuilder grouped = new StringBuilder(digits.substring(0, 1));
    for (char digit : digits.substring(1).toCharArray()) {
      grouped.append(random.nextInt(3) == 0 ? " " : "").append(digit);
    }
    return grouped.toString();
  }
}
