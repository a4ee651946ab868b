package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxCheckDigitTest {
  private static final int LENGTH = 10;

  /** S = 207 and 375; modulo 11 they leave 9 and 1. */
  @ParameterizedTest
  @CsvSource({"010124814, 1", "030058856, 9"})
  void isTenLessTheWeightedSumModuloEleven(String nine, int digit) {
    assertThat(IntStream.range(0, 10).filter(last -> isValid(nine + last))).containsExactly(digit);
  }

  @Test
  void doesNotExistForOneInElevenCounters() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> TaxCode.parse(withoutCheckDigit() + "0"))
        .withMessageContaining("there is none")
        .withMessageContaining("Digit 10");
  }

  @Test
  void findsEverySingleMistypedDigitOfEveryCode() {
    for (String code : codes()) {
      for (int at = 0; at < LENGTH; at++) {
        for (char digit = '0'; digit <= '9'; digit++) {
          String typed = code.substring(0, at) + digit + code.substring(at + 1);
          assertThat(isValid(typed)).as("digit %d", at + 1).isEqualTo(typed.equals(code));
        }
      }
    }
  }

  @Test
  void missesOnlyTheExchangeOfTheSecondWithTheSeventhAndTheThirdWithTheTenth() {
    Set<String> missed = new TreeSet<>();
    for (String code : codes()) {
      for (int one = 0; one < LENGTH; one++) {
        for (int other = one + 1; other < LENGTH; other++) {
          if (code.charAt(one) != code.charAt(other) && isValid(exchanged(code, one, other))) {
            missed.add((one + 1) + " and " + (other + 1));
          }
        }
      }
    }
    assertThat(missed).containsExactly("2 and 7", "3 and 10");
  }

  private static List<String> codes() {
    Random random = new Random(5);
    return random
        .ints(0, 1_000_000_000)
        .mapToObj(nine -> String.format(Locale.ROOT, "%09d", nine))
        .map(TaxCheckDigitTest::completed)
        .flatMap(Optional::stream)
        .limit(300)
        .toList();
  }

  private static Optional<String> completed(String nine) {
    return IntStream.range(0, 10)
        .mapToObj(last -> nine + last)
        .filter(TaxCheckDigitTest::isValid)
        .findFirst();
  }

  private static String withoutCheckDigit() {
    return IntStream.range(10_000_001, 10_000_100)
        .mapToObj(nine -> String.format(Locale.ROOT, "%09d", nine))
        .filter(nine -> completed(nine).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static String exchanged(String code, int one, int other) {
    StringBuilder typed = new StringBuilder(code);
    typed.setCharAt(one, code.charAt(other));
    typed.setCharAt(other, code.charAt(one));
    return typed.toString();
  }

  private static boolean isValid(String code) {
    try {
      return TaxCode.parse(code).value().equals(code);
    } catch (InvalidRequestException e) {
      return false;
    }
  }
}
