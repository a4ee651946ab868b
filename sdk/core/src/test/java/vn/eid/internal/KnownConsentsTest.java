package vn.eid.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.eid.internal.KnownConsents.End;

class KnownConsentsTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final End USED_UP = new End("used_up", NOON);
  private static final End REVOKED = new End("revoked_by_recipient", NOON);

  private static final Operation LEARNING = Operation.named("test.learn");

  private final KnownConsents known = new KnownConsents();
  private final List<End> told = new ArrayList<>();

  @Test
  void aConsentThatIsUsedUpCanStillBeWithdrawnAndBothAreTold() {
    known.onEnd((consent, end) -> told.add(end));
    known.ended(LEARNING, "c1", USED_UP);
    known.ended(LEARNING, "c1", USED_UP);
    known.ended(LEARNING, "c1", REVOKED);
    known.ended(LEARNING, "c1", USED_UP);
    known.ended(LEARNING, "c1", new End("expired", NOON));
    assertThat(told).containsExactly(USED_UP, REVOKED);
    assertThat(known.end("c1")).contains(REVOKED);
  }

  @Test
  void whatIsOnlySaidStopsReadingAndIsToldWhenItIsProven() {
    known.onEnd((consent, end) -> told.add(end));
    known.stop("c1", REVOKED);
    assertThat(known.end("c1")).contains(REVOKED);
    assertThat(told).isEmpty();
    known.ended(LEARNING, "c1", REVOKED);
    assertThat(told).containsExactly(REVOKED);
  }

  @Test
  void aUseThatIsGivenBackCanBeTakenByAnotherPullAndOneThatIsNotCannot() {
    assertThat(known.use("c1", "immunizations", "one", 1)).isTrue();
    assertThat(known.use("c1", "immunizations", "one", 1)).isTrue();
    assertThat(known.use("c1", "immunizations", "two", 1)).isFalse();
    assertThat(known.use("c1", "conditions", "two", 1)).isTrue();
    known.giveBack("c1", "immunizations", "two");
    assertThat(known.use("c1", "immunizations", "two", 1)).isFalse();
    known.giveBack("c1", "immunizations", "one");
    assertThat(known.use("c1", "immunizations", "two", 1)).isTrue();
  }
}
