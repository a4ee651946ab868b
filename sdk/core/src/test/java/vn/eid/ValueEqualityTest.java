package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** On equality hangs whether it is the same person, tax code or day. */
class ValueEqualityTest {
  static Stream<Arguments> values() {
    return Stream.of(
        value(CitizenId::parse, "099085000011", "099 085000011", "099085000012"),
        value(FormerIdNumber::parse, "012345678", "012 345678", "012345679"),
        value(InsuranceNumber::parse, "0123456789", "01234 56789", "0123456780"),
        value(TaxCode::parse, "0101248141-001", "0101248141001", "0101248141-002"),
        value(TaxCode::parse, "0101248141", "0101 248141", "0101248141-001"),
        value(VietnameseName::of, "Lê An", "Lê  An", "Lê Ân"),
        value(PartialDate::parse, "1985-03-12", "1985-03-12", "1986-03-12"),
        value(PartialDate::parse, "1985-03-12", "1985-03-12", "1985-04-12"),
        value(PartialDate::parse, "1985-03-12", "1985-03-12", "1985-03-13"));
  }

  private static Arguments value(
      Function<String, Object> type, String text, String alike, String other) {
    return Arguments.of(type.apply(text), type.apply(alike), type.apply(other), text);
  }

  @ParameterizedTest
  @MethodSource("values")
  void isThatOfWhatWasMeantAndOfNothingElse(Object one, Object alike, Object other, String text) {
    assertThat(one).isEqualTo(alike).hasSameHashCodeAs(alike).isNotEqualTo(other);
    assertThat(one.equals(text)).as("a text is no value").isFalse();
    assertThat(one.hashCode()).as("they spread in a set").isNotEqualTo(other.hashCode());
  }
}
