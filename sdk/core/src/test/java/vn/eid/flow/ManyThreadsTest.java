package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.eid.Threads.atOnce;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.EidClient;
import vn.eid.UntrustedException;
import vn.eid.login.BrowserSession;
import vn.eid.login.LoginOutcome;
import vn.eid.login.PushId;
import vn.eid.login.PushRequest;
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
  void aHundredLoginsThatStartTogetherAskForDiscoveryAndKeysOnce(EidMock mock) throws Exception {
    try (Application app = Application.at(mock)) {
      assertThat(atOnce(100, app::logIn)).hasOnlyElementsOfType(LoginOutcome.Approved.class);
    }
    assertThat(requests(mock, "/.well-known/openid-configuration")).isEqualTo(1);
    assertThat(requests(mock, "/jwks")).isEqualTo(1);
    assertThat(requests(mock, "/par")).isEqualTo(100);
    // The answers to the pushed requests told the nonce.
    assertThat(requests(mock, "/token")).isEqualTo(100);
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

  @Test
  void aThousandPushesAreAwaitedByAHandfulOfThreads() throws Exception {
    BrowserSession browser = Application.newBrowser();
    try (Provider provider = new Provider("");
        EidClient client = provider.client()) {
      provider.interval = 10;
      AtomicInteger number = new AtomicInteger();
      Map<String, CompletableFuture<LoginOutcome>> waits = new ConcurrentHashMap<>();
      Callable<Boolean> begin =
          () -> {
            for (int i = 0; i < 50; i++) {
              String citizen = String.format(Locale.ROOT, "0990850%05d", number.getAndIncrement());
              PushRequest request = PushRequest.to(CitizenId.parse(citizen));
              PushId push = client.pushLogin().start(request, browser).id();
              waits.put(citizen, client.pushLogin().outcome(push, browser));
            }
            return true;
          };
      assertThat(atOnce(20, begin)).hasSize(20);
      assertThat(waits).hasSize(1000);
      CompletableFuture<LoginOutcome> one = Objects.requireNonNull(waits.get("099085000500"));
      assertThat(threadsOfTheSdk()).isBetween(1L, 16L);
      CompletableFuture<String> teller = one.thenApply(outcome -> Thread.currentThread().getName());

      provider.answered = "099085000500";
      assertThat(teller.get(60, TimeUnit.SECONDS)).as("never the common pool").startsWith("eid-");
      assertThat(one.get()).isInstanceOf(LoginOutcome.Approved.class);
      assertThat(threadsOfTheSdk()).isLessThanOrEqualTo(16);
      assertThat(waits.values().stream().filter(CompletableFuture::isDone)).hasSize(1);
    }
  }

  private static long threadsOfTheSdk() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("eid-\\d+"))
        .count();
  }

  private static long requests(EidMock mock, String path) {
    return mock.requests().stream().filter(request -> request.path().equals(path)).count();
  }
}
