package vn.eid.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.eid.CitizenId;

class PushLimitsTest {
  private static final CitizenId AN = CitizenId.parse("099085000011");

  private Instant now = Instant.EPOCH;
  private final PushLimits limits = new PushLimits(() -> now);

  @Test
  void aPhoneRingsThreeTimesInTenMinutesFromWherever() {
    for (int i = 0; i < PushLimits.FOR_A_NUMBER; i++) {
      assertThat(limits.admits(AN, "192.0.2." + i)).isTrue();
      now = now.plusSeconds(60);
    }
    assertThat(limits.admits(AN, "192.0.2.9")).isFalse();
    now = Instant.EPOCH.plus(PushLimits.WINDOW);
    assertThat(limits.admits(AN, "192.0.2.9")).isTrue();
    assertThat(limits.admits(AN, "192.0.2.9")).isFalse();
  }

  @Test
  void anAddressAsksTenPhonesInTenMinutes() {
    for (int i = 0; i < PushLimits.FOR_AN_ADDRESS; i++) {
      assertThat(limits.admits(CitizenId.parse("09908500010" + i), "192.0.2.1")).isTrue();
    }
    assertThat(limits.admits(AN, "192.0.2.1")).isFalse();
    assertThat(limits.admits(AN, "192.0.2.2")).isTrue();
  }
}
