package vn.eid.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.eid.UntrustedException;
import vn.eid.fuzz.Fuzzed;
import vn.eid.fuzz.HonestProvider;

/**
 * The answer to a poll for events. A token that stands in the input as an object is signed; each
 * token of an answer that passes is handled or refused, none is lost.
 */
class PollFuzzTest {
  private static final HonestProvider PROVIDER = new HonestProvider();
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST = 100;

  @FuzzTest
  void read(byte[] input) {
    var unused = accepts(input);
  }

  boolean accepts(byte[] input) {
    Optional<ObjectNode> answer = signed(Fuzzed.text(input));
    PROVIDER.says("/events", answer.map(ObjectNode::toString).orElse(Fuzzed.text(input)));
    List<WebhookEvent> handled = new ArrayList<>();
    Optional<Polled> polled =
        Fuzzed.read(
            UntrustedException.class,
            input,
            () -> new Webhooks(PROVIDER.connection(), Optional.empty()).poll(MOST, handled::add));
    polled.ifPresent(
        all -> {
          int sets = answer.map(said -> said.path("sets").size()).orElse(0);
          assertThat(all.handled()).isEqualTo(handled.size());
          assertThat(all.handled() + all.refused()).isEqualTo(Math.min(sets, MOST));
        });
    return !handled.isEmpty();
  }

  private static Optional<ObjectNode> signed(String input) {
    try {
      JsonNode answer = MAPPER.readTree(input);
      if (!(answer instanceof ObjectNode object)) {
        return Optional.empty();
      }
      if (object.path("sets") instanceof ObjectNode sets) {
        for (var set : List.copyOf(sets.properties())) {
          if (set.getValue().isObject()) {
            sets.put(
                set.getKey(), HonestProvider.signed("secevent+jwt", set.getValue().toString()));
          }
        }
      }
      return Optional.of(object);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
