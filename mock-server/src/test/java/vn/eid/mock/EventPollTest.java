package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Events for a client that nobody can post to: RFC 8936. */
class EventPollTest extends RecipientTest {
  private static final Map<String, Object> AT_ONCE = Map.of("returnImmediately", true);

  private Answer poll(Map<String, Object> body) {
    return poll(body, Map.of());
  }

  private Answer poll(Map<String, Object> body, Map<String, String> headers) {
    return recipient.post("/events/v1/poll", "events", body, headers);
  }

  private List<String> ids(Answer answer) {
    return answer.isOk().json().path("sets").propertyStream().map(Map.Entry::getKey).toList();
  }

  @Test
  void whatHappenedWaitsUntilItIsAcknowledged() {
    mock.citizen(ORDINARY).changesNameTo("Một");
    List<String> ids = ids(poll(AT_ONCE));
    assertThat(ids).hasSize(1).isEqualTo(ids(poll(AT_ONCE)));
    JsonNode sets = poll(AT_ONCE).json().path("sets");
    Jwt event = new Jwt(sets.path(ids.get(0)).asText());
    event.hasType("secevent+jwt");
    assertThat(event.isSignedBy(mock, "/registry/jwks")).isTrue();
    assertThat(event.claims().path("jti").asText()).isEqualTo(ids.get(0));
    assertThat(ids(poll(Map.of("ack", ids, "maxEvents", 0)))).isEmpty();
    assertThat(ids(poll(AT_ONCE))).isEmpty();
  }

  @Test
  void whatWasWrongNeedsNotComeAgainEither() {
    mock.citizen(ORDINARY).changesNameTo("Một");
    String id = ids(poll(AT_ONCE)).get(0);
    Map<String, Object> error = Map.of("err", "invalid_request", "description", "no");
    poll(Map.of("setErrs", Map.of(id, error), "returnImmediately", true)).isOk();
    assertThat(ids(poll(AT_ONCE))).isEmpty();
  }

  @Test
  void noMoreAreSentThanWereAskedForAndThatThereAreMoreIsSaid() {
    mock.citizen(ORDINARY).changesNameTo("Một").changesNameTo("Hai");
    Answer one = poll(Map.of("maxEvents", 1));
    assertThat(ids(one)).hasSize(1);
    assertThat(one.json().path("moreAvailable").asBoolean()).isTrue();
    Answer both = poll(Map.of("maxEvents", 2));
    assertThat(ids(both)).hasSize(2);
    assertThat(both.json().path("moreAvailable").asBoolean()).isFalse();
  }

  @Test
  void aPollWaitsForNewsForAsLongAsItIsWilling() {
    assertThat(ids(poll(Map.of(), Map.of("Prefer", "wait=1")))).isEmpty();
    CompletableFuture<Answer> waiting =
        CompletableFuture.supplyAsync(() -> poll(Map.of(), Map.of("Prefer", "wait=20")));
    mock.citizen(ORDINARY).changesNameTo("Một");
    assertThat(ids(waiting.join())).hasSize(1);
  }

  @Test
  void whatIsPushedIsNotPolled() {
    try (Receiver application = new Receiver()) {
      mock.deliverEventsTo(application.at("/events"));
      mock.citizen(ORDINARY).changesNameTo("Một");
      mock.awaitDeliveries();
      assertThat(application.posts()).hasSize(1);
      assertThat(ids(poll(AT_ONCE))).isEmpty();
    }
  }

  @Test
  void anotherClientIsToldNothing() {
    mock.citizen(ORDINARY).changesNameTo("Một");
    TestClient other = TestClient.registered(mock, "polling-client", Draft.newKey());
    Answer answer = new Recipient(mock, other).post("/events/v1/poll", "events", AT_ONCE, Map.of());
    assertThat(ids(answer)).isEmpty();
  }

  @Test
  void theScopeIsNeeded() {
    recipient
        .post("/events/v1/poll", "consent", AT_ONCE, Map.of())
        .isProblem(403, "insufficient_scope", "events");
  }

  @Test
  void aFaultSpoilsWhatIsFetched() {
    mock.citizen(ORDINARY).changesNameTo("Một");
    mock.injectOnce(Fault.EVENT_BAD_SIGNATURE);
    JsonNode sets = poll(AT_ONCE).json().path("sets");
    assertThat(new Jwt(sets.elements().next().asText()).isSignedBy(mock, "/registry/jwks"))
        .isFalse();
    assertThat(mock.firings(Fault.EVENT_BAD_SIGNATURE)).isEqualTo(1);
  }
}
