package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.eid.Application;
import vn.eid.UntrustedException;
import vn.eid.login.BrowserSession;
import vn.eid.mock.EidMock;
import vn.eid.mock.EidMockTest;
import vn.eid.records.HealthData;

@EidMockTest
class ManyThreadsTest {

  @Test
  void aHundredThreadsThatStartTogetherAskForDiscoveryKeysAndTokenOnce(EidMock mock)
      throws Exception {
    try (Application app = Application.at(mock)) {
      atOnce(100, () -> app.consent("099085000011", HealthData.IMMUNIZATIONS));
    }
    assertThat(requests(mock, "/.well-known/openid-configuration")).isEqualTo(1);
    assertThat(requests(mock, "/registry/jwks")).isEqualTo(1);
    // One that is told the nonce, and one that gets the token.
    assertThat(requests(mock, "/token")).isLessThanOrEqualTo(2);
  }

  @Test
  void exactlyOneOfThirtyTwoThreadsFinishesALogin(EidMock mock) throws Exception {
    try (Application app = Application.at(mock)) {
      BrowserSession browser = Application.newBrowser();
      URI callback = Application.callbackOf(app.begin(browser));
      List<Boolean> finished =
          atOnce(
              32,
              () -> {
                try {
                  app.client().redirectLogin().finish(callback, browser);
                  return true;
                } catch (UntrustedException e) {
                  return false;
                }
              });
      assertThat(finished).containsOnlyOnce(true);
    }
  }

  private static long requests(EidMock mock, String path) {
    return mock.requests().stream().filter(request -> request.path().equals(path)).count();
  }

  private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CountDownLatch gun = new CountDownLatch(1);
      List<Future<T>> results =
          IntStream.range(0, threads)
              .mapToObj(
                  i ->
                      pool.submit(
                          () -> {
                            gun.await();
                            return work.call();
                          }))
              .toList();
      gun.countDown();
      List<T> values = new java.util.ArrayList<>();
      for (Future<T> result : results) {
        values.add(result.get());
      }
      return values;
    } finally {
      pool.shutdown();
    }
  }
}
