package vn.eid.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.eid.mock.EidMock;
import vn.eid.spi.SharedStore;

/**
 * What a store that processes share must do for two nodes of an application, each a Java virtual
 * machine of its own, which log citizens in at the mock server.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ClusterContract {
  private static final String KEY = "a storage key of just 32 bytes..";
  private static final String OTHER_KEY = "one more key of exactly 32 bytes";
  private static final int ROUNDS = 10;

  private final EidMock mock = EidMock.start();
  private final HttpClient browser = HttpClient.newHttpClient();
  private final List<NodeProcess> nodes = new ArrayList<>();
  private String address = "";
  private NodeProcess one;
  private NodeProcess two;

  /** How a node comes to the store; with a constructor that takes nothing. */
  protected abstract StoreOpener opener();

  /** Makes the store, and says where it is. */
  protected abstract String makeStore() throws Exception;

  protected abstract void stopStore() throws Exception;

  /** Starts it again, with what it had. */
  protected abstract void startStore() throws Exception;

  @BeforeAll
  void startNodes() throws Exception {
    address = makeStore();
    one = start(KEY);
    two = start(KEY);
    one.ready();
    two.ready();
  }

  @AfterAll
  void stopNodes() {
    nodes.forEach(NodeProcess::close);
    mock.close();
  }

  @Test
  void eachFinishesALoginThatTheOtherBegan() throws Exception {
    assertThat(two.ask("finish", "b1", callback(one.ask("begin", "b1")))).isEqualTo("Approved");
    String callback = callback(two.ask("begin", "b2"));
    assertThat(one.ask("finish", "b2", callback)).isEqualTo("Approved");
    assertThat(two.ask("finish", "b2", callback)).isEqualTo("STATE");
  }

  @Test
  void ofThirtyTwoThreadsInTwoProcessesOneTakesAValue() throws Exception {
    SharedStore store = opener().open(address);
    for (int round = 0; round < ROUNDS; round++) {
      String key = "race." + UUID.randomUUID();
      assertThat(store.add(key, "value", Duration.ofMinutes(10))).isTrue();
      String at = Long.toString(System.currentTimeMillis() + 150);
      one.tell("race", key, at);
      two.tell("race", key, at);
      int taken = Integer.parseInt(one.answer()) + Integer.parseInt(two.answer());
      assertThat(taken).isEqualTo(1);
    }
  }

  @Test
  void aNodeThatIsKilledInTheMiddleOfALoginLosesNothing() throws Exception {
    NodeProcess victim = start(KEY).ready();
    String page = victim.ask("begin", "b3");
    victim.kill();
    assertThat(one.ask("finish", "b3", callback(page))).isEqualTo("Approved");
  }

  @Test
  void nodesWithDifferentKeysFinishNothingOfEachOther() throws Exception {
    NodeProcess stranger = start(OTHER_KEY).ready();
    String callback = callback(one.ask("begin", "b4"));
    assertThat(stranger.ask("finish", "b4", callback)).isEqualTo("DECRYPTION");
  }

  @Test
  void withoutTheStoreNobodyIsLoggedInAndWithItAgainTheSameLoginGoesOn() throws Exception {
    String callback = callback(one.ask("begin", "b5"));
    stopStore();
    try {
      assertThat(one.ask("begin", "b6")).isEqualTo("UnavailableException");
      assertThat(two.ask("finish", "b5", callback)).isEqualTo("UnavailableException");
      NodeProcess late = start(KEY).ready();
      assertThat(late.ask("finish", "b5", callback)).isEqualTo("UnavailableException");
      startStore();
      recovers(late);
    } finally {
      startStore();
    }
    recovers(one);
    recovers(two);
    assertThat(two.ask("finish", "b5", callback)).isEqualTo("Approved");
  }

  /** A pool may pause for a few seconds before it tries again. */
  private static void recovers(NodeProcess node) throws InterruptedException {
    String page = node.ask("begin", "b7");
    for (int tries = 0; tries < 60 && !page.startsWith("http"); tries++) {
      assertThat(page).isEqualTo("UnavailableException");
      Thread.sleep(250);
      page = node.ask("begin", "b7");
    }
    assertThat(page).startsWith("http");
  }

  private NodeProcess start(String key) throws Exception {
    NodeProcess node = NodeProcess.start(mock, key, opener().getClass(), address);
    nodes.add(node);
    return node;
  }

  /** Where the provider sends the browser after the citizen has agreed. */
  private String callback(String page) throws Exception {
    HttpResponse<String> answer =
        browser.send(
            HttpRequest.newBuilder(URI.create(page)).build(), HttpResponse.BodyHandlers.ofString());
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
