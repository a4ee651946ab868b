package vn.eid.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import vn.eid.EidException;
import vn.eid.RateLimitedException;
import vn.eid.UnavailableException;

/** Two verbs need the same thing; the one that asks for it fails. */
class SingleFlightTest {
  private final SingleFlight<String> flight = new SingleFlight<>();
  private final Operation asks = Operation.named("asks");
  private final Operation waits = Operation.named("waits");

  @Test
  void whoHadDoneSomethingSaysSoAlthoughTheOtherHadNot() throws Exception {
    waits.hasTakenEffect();
    assertThatThrownBy(() -> share(asks.unavailable(false, "No answer.")))
        .hasMessageStartingWith("waits: ")
        .hasMessageContaining("No answer.")
        .isInstanceOfSatisfying(
            UnavailableException.class,
            e -> {
              assertThat(e.mayHaveTakenEffect()).isTrue();
              assertThat(e.traceId()).isEqualTo(waits.traceId());
            });
  }

  @Test
  void whoHadDoneNothingSaysSoAlthoughTheOtherHad() {
    assertThatThrownBy(() -> share(asks.unavailable(true, "No answer.")))
        .isInstanceOfSatisfying(
            UnavailableException.class, e -> assertThat(e.mayHaveTakenEffect()).isFalse());
  }

  @Test
  void whoIsToWaitIsToldForHowLongAndWhetherItHadDoneSomething() {
    waits.hasTakenEffect();
    assertThatThrownBy(() -> share(asks.limited(Duration.ofSeconds(7))))
        .isInstanceOfSatisfying(
            RateLimitedException.class,
            e -> {
              assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(7));
              assertThat(e.mayHaveTakenEffect()).isTrue();
            });
  }

  /** The failure of the one, as the other gets it. */
  private void share(EidException failure) throws Exception {
    Thread waiting = Thread.currentThread();
    CountDownLatch asked = new CountDownLatch(1);
    AtomicBoolean joins = new AtomicBoolean();
    CompletableFuture<Void> asking =
        CompletableFuture.runAsync(
            () ->
                flight.join(
                    asks,
                    () -> {
                      asked.countDown();
                      while (!joins.get() || waiting.getState() != Thread.State.WAITING) {
                        Thread.onSpinWait();
                      }
                      throw failure;
                    }));
    asked.await();
    joins.set(true);
    try {
      flight.join(waits, () -> "nobody else asked");
    } finally {
      assertThat(asking).failsWithin(Duration.ofSeconds(9));
    }
  }
}
