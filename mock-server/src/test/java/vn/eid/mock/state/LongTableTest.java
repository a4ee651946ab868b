package vn.eid.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongTableTest {
  @Test
  void holdsWhatAMapWouldHold() {
    LongTable table = new LongTable(2);
    Map<Long, Long> map = new HashMap<>();
    Random random = new Random(5);
    for (int i = 0; i < 100_000; i++) {
      long key = random.nextInt(40_000) - 20_000L;
      map.merge(key, 1L, Long::sum);
      int at = table.add(key);
      table.set(at, 0, -key);
      table.set(at, 1, table.value(at, 1) + 1);
    }
    assertThat(table.size()).isEqualTo(map.size());
    map.forEach(
        (key, times) -> {
          assertThat(table.value(table.find(key), 0)).isEqualTo(-key);
          assertThat(table.value(table.find(key), 1)).isEqualTo(times);
        });
    assertThat(table.find(77_777)).isNegative();
  }

  @Test
  void keepsWhatIsToBeKept() {
    LongTable table = new LongTable(1);
    for (long key = 0; key < 5_000; key++) {
      table.set(table.add(key), 0, key);
    }
    table.retain(value -> value % 5 == 0);
    assertThat(table.size()).isEqualTo(1_000);
    assertThat(table.find(4_995)).isNotNegative();
    assertThat(table.find(4_996)).isNegative();
  }

  @Test
  void aMillionRowsCostFiftyMegabytesAtMost() {
    LongTable table = new LongTable(2);
    for (long key = 1; key <= 1_000_000; key++) {
      table.add(Mix.of(key));
    }
    assertThat(table.size()).isEqualTo(1_000_000);
    assertThat(table.bytes()).isLessThanOrEqualTo(51_000_000);
  }

  @Test
  void forgetsEverything() {
    LongTable table = new LongTable(1);
    table.add(3);
    table.clear();
    assertThat(table.find(3)).isNegative();
    assertThat(table.size()).isZero();
  }
}
