package vn.eid.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ExpiringTest {
  private final MockClock clock = new MockClock();
  private final Expiring<String> store = new Expiring<>(clock, Duration.ofSeconds(60), 3);

  @Test
  void forgetsAValueWhenItsTimeIsOver() {
    store.put("a", "1");
    clock.advance(Duration.ofSeconds(59));
    assertThat(store.find("a")).contains("1");
    clock.advance(Duration.ofSeconds(2));
    assertThat(store.find("a")).isEmpty();
    assertThat(store.take("a")).isEmpty();
  }

  @Test
  void aNameIsFreeAgainWhenItsTimeIsOver() {
    assertThat(store.put("a", "1")).isTrue();
    assertThat(store.put("a", "2")).isFalse();
    clock.advance(Duration.ofSeconds(61));
    assertThat(store.put("a", "3")).isTrue();
    assertThat(store.find("a")).contains("3");
  }

  @Test
  void sweepsWhatIsOverWhenSomethingNewComes() {
    store.put("a", "1");
    store.put("b", "2");
    clock.advance(Duration.ofSeconds(61));
    store.put("c", "3");
    assertThat(store.size()).isEqualTo(1);
  }

  @Test
  void forgetsTheOldestWhenThereAreTooMany() {
    for (int i = 0; i < 100; i++) {
      store.put("n" + i, "v");
    }
    assertThat(store.size()).isEqualTo(3);
    assertThat(store.find("n96")).isEmpty();
    assertThat(store.find("n97")).isPresent();
  }

  @Test
  void ofThirtyTwoThreadsThatRaceForAValueOneGetsIt() throws Exception {
    store.put("a", "1");
    AtomicInteger winners = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    Thread[] threads = new Thread[32];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          new Thread(
              () -> {
                try {
                  start.await();
                } catch (InterruptedException e) {
                  return;
                }
                store.take("a").ifPresent(value -> winners.incrementAndGet());
              });
      threads[i].start();
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(winners).hasValue(1);
  }
}
