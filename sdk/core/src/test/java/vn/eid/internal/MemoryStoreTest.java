package vn.eid.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import vn.eid.contract.SharedStoreContract;
import vn.eid.spi.SharedStore;

class MemoryStoreTest extends SharedStoreContract {
  private static final Clock STANDING =
      Clock.fixed(Instant.parse("2026-01-31T08:30:00Z"), ZoneOffset.UTC);

  private final MemoryStore store = new MemoryStore(Clock.systemUTC());

  @Override
  protected SharedStore store() {
    return store;
  }

  @Override
  protected SharedStore anotherNode() {
    return store;
  }

  @Test
  void aHundredThousandOfAKindAreRememberedAndTheOldestMakesRoom() {
    MemoryStore bounded = new MemoryStore(STANDING);
    bounded.add("other.0", "kept", Duration.ofMinutes(1));
    for (int i = 0; i < 100_000; i++) {
      assertThat(bounded.add("kind." + i, "value", Duration.ofMinutes(1))).isTrue();
    }
    assertThat(bounded.add("kind.99999", "value", Duration.ofMinutes(1))).isFalse();
    assertThat(bounded.add("kind.more", "value", Duration.ofMinutes(1))).isTrue();
    assertThat(bounded.find("kind.0")).isEmpty();
    assertThat(bounded.find("other.0")).contains("kept");
  }
}
