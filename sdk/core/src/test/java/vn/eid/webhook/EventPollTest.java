package vn.eid.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.Application;
import vn.eid.EidClient;
import vn.eid.InvalidRequestException;
import vn.eid.MockedApplicationTest;
import vn.eid.mock.Fault;
import vn.eid.spi.DeadLetter;

/** Events for an application that nobody can post to (RFC 8936), against the mock server. */
class EventPollTest extends MockedApplicationTest {
  private static final String AN = "099085000011";

  private final List<WebhookEvent> handled = new ArrayList<>();
  private final List<DeadLetter> letters = new ArrayList<>();
  private EidClient client;

  @BeforeEach
  void start() {
    client = Application.builder(mock).timeout(Duration.ofSeconds(2)).build();
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private static void fail(WebhookEvent unused) {
    throw new IllegalStateException("the database is down");
  }

  private Polled poll(int atMost) {
    return client.webhooks().poll(atMost, handled::add);
  }

  private void change(int times) {
    for (int i = 0; i < times; i++) {
      mock.citizen(AN).changesNameTo("Tên " + i);
    }
  }

  @Test
  void whatIsHandledIsAcknowledgedAndComesNoMore() {
    change(1);
    assertThat(poll(10)).isEqualTo(new Polled(1, 0, 0, false));
    assertThat(handled).hasSize(1).allMatch(WebhookEvent.IdentityChanged.class::isInstance);
    assertThat(poll(10)).isEqualTo(new Polled(0, 0, 0, false));
  }

  /** As OkHttp's own patience of ten seconds is shorter than half of the usual thirty. */
  @Test
  void aPollOutlastsTheUsualPatienceOfTheHttpClient() {
    OkHttpClient hasty = new OkHttpClient.Builder().readTimeout(Duration.ofMillis(300)).build();
    try (EidClient waiting =
        Application.builder(mock).timeout(Duration.ofSeconds(2)).httpClient(hasty).build()) {
      assertThat(waiting.webhooks().poll(10, handled::add)).isEqualTo(new Polled(0, 0, 0, false));
    }
  }

  @Test
  void noMoreAreTakenThanAskedForAndThatThereAreMoreIsTold() {
    change(3);
    assertThat(poll(2)).isEqualTo(new Polled(2, 0, 0, true));
    assertThat(poll(2)).isEqualTo(new Polled(1, 0, 0, false));
  }

  @Test
  void whatTheHandlerThrewOnComesAgainAsItWas() {
    change(1);
    assertThat(client.webhooks().poll(10, EventPollTest::fail))
        .isEqualTo(new Polled(0, 1, 0, false));
    assertThat(poll(10)).isEqualTo(new Polled(1, 0, 0, false));
    assertThat(handled).hasSize(1).allMatch(WebhookEvent.IdentityChanged.class::isInstance);
  }

  @Test
  void oneFailureHoldsNothingElseUp() {
    change(2);
    List<WebhookEvent> seen = new ArrayList<>();
    Polled polled =
        client
            .webhooks()
            .poll(
                10,
                event -> {
                  seen.add(event);
                  if (seen.size() == 1) {
                    throw new IllegalStateException("once");
                  }
                });
    assertThat(polled).isEqualTo(new Polled(1, 1, 0, false));
  }

  @Test
  void anEventThatTheHandlerNeverGetsDoneBecomesADeadLetter() {
    change(1);
    try (EidClient keeping = keeping()) {
      for (int i = 0; i < 5; i++) {
        assertThat(keeping.webhooks().poll(10, EventPollTest::fail))
            .isEqualTo(new Polled(0, 1, 0, false));
      }
      assertThat(keeping.webhooks().poll(10, EventPollTest::fail))
          .isEqualTo(new Polled(0, 0, 0, false));
    }
    assertThat(letters).hasSize(1);
    assertThat(letters.get(0).failed()).isEmpty();
    assertThat(letters.get(0).problem()).contains("5 times").doesNotContain("database");
  }

  @ParameterizedTest
  @CsvSource({
    "EVENT_BAD_SIGNATURE, SIGNATURE, invalid_key",
    "EVENT_WRONG_AUDIENCE, AUDIENCE, invalid_audience",
    "EVENT_WRONG_ISSUER, ISSUER, invalid_issuer",
    "EVENT_WITHOUT_JTI, FORMAT, invalid_request",
    "EVENT_OVERSIZED, SIZE, invalid_request"
  })
  void whatFailsACheckIsReportedAndIsADeadLetter(Fault fault, String check, String reported) {
    change(2);
    mock.injectOnce(fault);
    try (EidClient keeping = keeping()) {
      assertThat(keeping.webhooks().poll(10, handled::add)).isEqualTo(new Polled(1, 0, 1, false));
      assertThat(keeping.webhooks().poll(10, handled::add)).isEqualTo(new Polled(0, 0, 0, false));
    }
    assertThat(letters)
        .extracting(letter -> letter.failed().orElseThrow().name())
        .containsExactly(check);
    assertThat(mock.requests())
        .anyMatch(
            request ->
                request.path().equals("/events/v1/poll") && request.body().contains(reported));
  }

  @Test
  void aPollWaitsForNewsWithinTheTimeout() {
    CompletableFuture<Polled> waiting = CompletableFuture.supplyAsync(() -> poll(10));
    change(1);
    assertThat(waiting.join()).isEqualTo(new Polled(1, 0, 0, false));
    assertThat(mock.requests())
        .anyMatch(request -> request.header("Prefer").filter("wait=1"::equals).isPresent());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 101})
  void anotherNumberOfEventsIsRefused(int atMost) {
    assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> poll(atMost));
  }

  private EidClient keeping() {
    return Application.builder(mock)
        .timeout(Duration.ofSeconds(2))
        .deadLetters(letters::add)
        .build();
  }
}
