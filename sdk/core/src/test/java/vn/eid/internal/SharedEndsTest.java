package vn.eid.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vn.eid.internal.KnownConsents.End;
import vn.eid.internal.jose.Seal;

class SharedEndsTest {
  private static final Operation TESTING = Operation.named("test.ends");
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final End USED_UP = new End("used_up", NOON);
  private static final End REVOKED = new End("revoked_by_citizen", NOON);

  private final AtomicLong nanos = new AtomicLong();
  private final SharedState state =
      new SharedState(
          new MemoryStore(Clock.systemUTC()),
          Seal.of(List.of("a storage key of just 32 bytes..".getBytes(StandardCharsets.US_ASCII))),
          "app");
  private final KnownConsents one = node();
  private final KnownConsents two = node();

  @Test
  void whatOneNodeLearnsAllKnowAndEachTellsItOnce() {
    List<End> told = new ArrayList<>();
    two.onEnd((consent, end) -> told.add(end));
    one.ended(TESTING, "c1", REVOKED);
    assertThat(two.end(TESTING, "c1")).contains(REVOKED);
    assertThat(two.end(TESTING, "c1")).contains(REVOKED);
    assertThat(told).containsExactly(REVOKED);
    assertThat(two.provenEnd("c1")).contains(REVOKED);
    assertThat(two.end(TESTING, "c2")).isEmpty();
  }

  @Test
  void aWithdrawalOutweighsAUseAndNothingOutweighsAWithdrawal() {
    one.ended(TESTING, "c1", USED_UP);
    assertThat(two.end(TESTING, "c1")).contains(USED_UP);
    two.ended(TESTING, "c1", REVOKED);
    assertThat(one.end(TESTING, "c1")).contains(REVOKED);
    node().ended(TESTING, "c1", new End("expired", NOON));
    assertThat(node().end(TESTING, "c1")).contains(REVOKED);
  }

  @Test
  void whatIsOnlySaidIsNotToldToOthers() {
    one.stop("c1", REVOKED);
    assertThat(one.end(TESTING, "c1")).contains(REVOKED);
    assertThat(two.end(TESTING, "c1")).isEmpty();
  }

  @Test
  void aPullUnderWayLearnsOfAnEndWithinASecond() {
    assertThat(two.endAbout(TESTING, "c1")).isEmpty();
    one.ended(TESTING, "c1", REVOKED);
    nanos.addAndGet(999_999_999);
    assertThat(two.endAbout(TESTING, "c1")).isEmpty();
    nanos.addAndGet(1);
    assertThat(two.endAbout(TESTING, "c1")).contains(REVOKED);
  }

  private KnownConsents node() {
    return new KnownConsents(Optional.of(new SharedEnds(state, nanos::get)));
  }
}
