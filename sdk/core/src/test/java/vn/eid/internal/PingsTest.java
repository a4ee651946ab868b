package vn.eid.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PingsTest {
  private static final Instant NOW = Instant.parse("2026-01-31T08:30:00Z");

  @Test
  void aHundredThousandAreAwaitedAndTheOldestMakesRoom() {
    Pings pings = new Pings(Clock.fixed(NOW, ZoneOffset.UTC));
    for (int i = 0; i <= 100_000; i++) {
      pings.await("token-" + i, new Pings.Awaited("push", "handle", NOW.plusSeconds(60), () -> {}));
    }
    assertThat(pings.arrived("token-0", "push")).isEmpty();
    assertThat(pings.arrived("token-1", "push")).isPresent();
    assertThat(pings.arrived("token-100000", "push")).isPresent();
  }
}
