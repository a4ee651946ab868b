package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.eid.fuzz.Fuzzed;

/** The values that people and files write: what is read is canonical, and prints masked. */
class ValuesFuzzTest {
  @FuzzTest
  void read(byte[] input) {
    var unused = accepts(input);
  }

  boolean accepts(byte[] input) {
    return Stream.of(
                number(input, CitizenId::parse, CitizenId::value),
                number(input, FormerIdNumber::parse, FormerIdNumber::value),
                number(input, TaxCode::parse, TaxCode::value),
                number(input, InsuranceNumber::parse, InsuranceNumber::value),
                value(input, PartialDate::parse, PartialDate::toString),
                value(input, VietnameseName::of, VietnameseName::value),
                value(input, AdministrativeUnit::province, AdministrativeUnit::code),
                value(input, AdministrativeUnit::commune, AdministrativeUnit::code),
                value(input, AdministrativeUnit::communeBefore2025, AdministrativeUnit::code))
            .filter(Optional::isPresent)
            .count()
        > 0;
  }

  private static <T> Optional<T> number(
      byte[] input, Function<String, T> parse, Function<T, String> print) {
    Optional<T> read = value(input, parse, print);
    read.ifPresent(
        number -> {
          String shown = print.apply(number).substring(print.apply(number).length() - 3);
          assertThat(number.toString()).matches("\\*+" + shown);
        });
    return read;
  }

  private static <T> Optional<T> value(
      byte[] input, Function<String, T> parse, Function<T, String> print) {
    Optional<T> read =
        Fuzzed.read(InvalidRequestException.class, input, () -> parse.apply(Fuzzed.text(input)));
    read.ifPresent(value -> assertThat(parse.apply(print.apply(value))).isEqualTo(value));
    return read;
  }
}
