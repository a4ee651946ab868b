package vn.eid.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which of two events about the same thing tells more. */
class PlaceTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  @Test
  void nothingFollowsTheLast() {
    Place last = new Place(Optional.of(1L), NOW, true);
    assertThat(counted(2, NOW.plusSeconds(1)).follows(last)).isFalse();
    assertThat(last.follows(last)).isFalse();
  }

  @Test
  void theLastFollowsWhateverIsCounted() {
    assertThat(new Place(Optional.of(1L), NOW, true).follows(counted(2, NOW.plusSeconds(1))))
        .isTrue();
  }

  @Test
  void whereBothAreCountedTimesSayNothing() {
    assertThat(counted(2, NOW.minusSeconds(1)).follows(counted(1, NOW))).isTrue();
    assertThat(counted(1, NOW.plusSeconds(1)).follows(counted(1, NOW))).isFalse();
  }

  @Test
  void whereOneIsNotCountedTimesDecideAndOfOneSecondBothFollow() {
    Place uncounted = new Place(Optional.empty(), NOW, false);
    assertThat(uncounted.follows(counted(9, NOW))).isTrue();
    assertThat(counted(1, NOW).follows(uncounted)).isTrue();
    assertThat(uncounted.follows(counted(1, NOW.plusSeconds(1)))).isFalse();
  }

  private static Place counted(long version, Instant at) {
    return new Place(Optional.of(version), at, false);
  }
}
