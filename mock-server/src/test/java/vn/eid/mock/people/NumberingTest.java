package vn.eid.mock.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberingTest {
  @Test
  void eachPersonIsFoundByTheirNumberWhateverTheSeed() {
    for (long seed = -50; seed < 50; seed++) {
      Numbering numbering = new Numbering(seed * seed * seed);
      for (long index = Math.floorMod(seed, 97); index < Numbering.MOST; index += 1_234_577) {
        assertThat(numbering.indexOf(numbering.numberOf(index))).isEqualTo(index);
      }
    }
  }

  @Test
  void theLastOfAHundredMillionHasANumber() {
    Numbering numbering = new Numbering(1);
    long last = Numbering.MOST - 1;
    assertThat(numbering.indexOf(numbering.numberOf(last))).isEqualTo(last);
  }

  @Test
  void noTwoPeopleHaveOneNumber() {
    Numbering numbering = new Numbering(3);
    Set<String> numbers = new HashSet<>();
    for (long index = 0; index < 200_000; index++) {
      numbers.add(numbering.numberOf(index));
    }
    assertThat(numbers).hasSize(200_000).allMatch(number -> number.matches("099[0-3][0-9]{8}"));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, 20_251_122})
  void sixDigitsAreAnotherOrderOfAMillion(long key) {
    SixDigits order = new SixDigits(key);
    BitSet seen = new BitSet(SixDigits.COUNT);
    int inPlace = 0;
    for (int place = 0; place < SixDigits.COUNT; place++) {
      int digits = order.at(place);
      seen.set(digits);
      inPlace += digits == place ? 1 : 0;
      assertThat(order.placeOf(digits)).isEqualTo(place);
    }
    assertThat(seen.cardinality()).isEqualTo(SixDigits.COUNT);
    assertThat(inPlace).isLessThan(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "099",
        "09918500001x",
        "0991850000110",
        "099034000001",
        "099226000001",
        "099985000001"
      })
  void whatIsNobodysNumberIsNobodys(String number) {
    assertThat(new Numbering(1).indexOf(number)).isNegative();
  }
}
