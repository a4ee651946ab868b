package vn.eid.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.eid.spi.SharedStore;

/**
 * What every {@link SharedStore} must do. Extend it in the tests of a store of your own: the SDK
 * relies on each sentence.
 */
public abstract class SharedStoreContract {
  private static final int THREADS = 32;
  private static final Duration LONG = Duration.ofMinutes(10);

  /** The store as one node sees it. */
  protected abstract SharedStore store() throws Exception;

  /** The same store as another node sees it; the same object where only one process can have it. */
  protected abstract SharedStore anotherNode() throws Exception;

  @Test
  void findsOnAnyNodeWhatWasAddedOnOne() throws Exception {
    String key = key();
    assertThat(store().add(key, "value", LONG)).isTrue();
    assertThat(store().find(key)).contains("value");
    assertThat(anotherNode().find(key)).contains("value");
    assertThat(anotherNode().find(key())).isEmpty();
  }

  @Test
  void keepsTheFirstValueOfAKey() throws Exception {
    String key = key();
    assertThat(store().add(key, "first", LONG)).isTrue();
    assertThat(anotherNode().add(key, "second", LONG)).isFalse();
    assertThat(store().find(key)).contains("first");
  }

  @Test
  void takesAValueOnce() throws Exception {
    String key = key();
    store().add(key, "value", LONG);
    assertThat(anotherNode().take(key)).contains("value");
    assertThat(store().take(key)).isEmpty();
    assertThat(store().find(key)).isEmpty();
    assertThat(store().add(key, "again", LONG)).isTrue();
  }

  @Test
  void replacesOnlyWhatWasFound() throws Exception {
    String key = key();
    assertThat(store().replace(key, "nothing", "value", LONG)).isFalse();
    assertThat(store().find(key)).isEmpty();
    store().add(key, "one", LONG);
    assertThat(anotherNode().replace(key, "another", "two", LONG)).isFalse();
    assertThat(anotherNode().replace(key, "one", "two", LONG)).isTrue();
    assertThat(store().replace(key, "one", "three", LONG)).isFalse();
    assertThat(store().find(key)).contains("two");
  }

  @Test
  void keepsValuesOfAnySizeItIsGivenCharacterByCharacter() throws Exception {
    String large = "aZ09-_.~ {}\"'\\%".repeat(4400).substring(0, 64 * 1024);
    String key = "a-kind." + "k".repeat(93);
    store().take(key);
    store().add(key, large, LONG);
    assertThat(anotherNode().find(key)).contains(large);
    assertThat(store().replace(key, large, large + "!", LONG)).isTrue();
    assertThat(anotherNode().take(key)).contains(large + "!");
  }

  @Test
  void keysThatDifferInALetterAreDifferentKeys() throws Exception {
    String key = key();
    store().add(key + "a", "small", LONG);
    store().add(key + "A", "large", LONG);
    assertThat(store().find(key + "a")).contains("small");
    assertThat(store().find(key + "A")).contains("large");
    assertThat(store().find(key)).isEmpty();
  }

  @Test
  void ofManyThreadsOnTwoNodesOneAddsAKey() throws Exception {
    String key = key();
    assertThat(atOnce(node -> node.add(key, UUID.randomUUID().toString(), LONG)))
        .containsOnlyOnce(true);
  }

  @Test
  void ofManyThreadsOnTwoNodesOneTakesAValue() throws Exception {
    String key = key();
    store().add(key, "value", LONG);
    assertThat(atOnce(node -> node.take(key).orElse("nothing"))).containsOnlyOnce("value");
  }

  @Test
  void ofManyThreadsOnTwoNodesOneReplacesWhatAllFound() throws Exception {
    String key = key();
    store().add(key, "found", LONG);
    assertThat(atOnce(node -> node.replace(key, "found", UUID.randomUUID().toString(), LONG)))
        .containsOnlyOnce(true);
  }

  @Test
  void whatIsTakenByOneIsReplacedByNobody() throws Exception {
    for (int round = 0; round < 50; round++) {
      String key = key();
      store().add(key, "found", LONG);
      List<String> ends =
          atOnce(
              2,
              node ->
                  Objects.equals(node, store())
                      ? "took " + node.take(key).orElse("nothing")
                      : "replaced " + node.replace(key, "found", "next", LONG));
      if (ends.contains("took found")) {
        assertThat(store().find(key)).as("%s", ends).isEmpty();
      }
      assertThat(store().find(key).orElse("nothing")).isNotEqualTo("found");
    }
  }

  @Test
  void forgetsInTheEnd() throws Exception {
    String key = key();
    store().add(key, "value", Duration.ofMillis(400));
    assertThat(store().find(key)).contains("value");
    pass(Duration.ofSeconds(2));
    // What is over may still be found, as a late login is told from a foreign one; it makes room.
    assertThat(store().add(key, "next", LONG)).isTrue();
    assertThat(anotherNode().find(key)).contains("next");
  }

  /** Lets time pass; a store on a clock of the test's moves that. */
  protected void pass(Duration time) throws Exception {
    Thread.sleep(time.toMillis());
  }

  private <T> List<T> atOnce(Work<T> work) throws Exception {
    return atOnce(THREADS, work);
  }

  private <T> List<T> atOnce(int threads, Work<T> work) throws Exception {
    List<SharedStore> nodes = List.of(store(), anotherNode());
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CountDownLatch gun = new CountDownLatch(1);
      List<Future<T>> results = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        SharedStore node = nodes.get(i % 2);
        Callable<T> shot =
            () -> {
              gun.await();
              return work.on(node);
            };
        results.add(pool.submit(shot));
      }
      gun.countDown();
      List<T> values = new ArrayList<>();
      for (Future<T> result : results) {
        values.add(result.get());
      }
      return values;
    } finally {
      pool.shutdownNow();
    }
  }

  private static String key() {
    return "contract." + UUID.randomUUID();
  }

  private interface Work<T> {
    T on(SharedStore node) throws Exception;
  }
}
