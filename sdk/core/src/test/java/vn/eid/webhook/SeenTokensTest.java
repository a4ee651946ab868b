package vn.eid.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SeenTokensTest {
  private static final Instant NOW = Instant.parse("2026-01-31T08:30:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  @Test
  void aHundredThousandAreRememberedAndTheOldestMakesRoom() {
    SeenTokens seen = new SeenTokens(Clock.fixed(NOW, ZoneOffset.UTC));
    for (int i = 0; i < 100_000; i++) {
      assertThat(seen.isFirst("token-" + i, LATER)).isTrue();
    }
    assertThat(seen.isFirst("token-99999", LATER)).isFalse();
    assertThat(seen.isFirst("one more", LATER)).isTrue();
    assertThat(seen.isFirst("token-0", LATER)).isTrue();
  }
}
