package vn.eid.mock.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.eid.mock.fault.EventFaults;
import vn.eid.mock.state.EventQueues;
import vn.eid.mock.state.Members;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.QueuedEvent;

/** {@code POST /events/v1/poll}: the client fetches and acknowledges events, RFC 8936. */
final class EventPoll implements Endpoint {
  // ASSUMED: the standard leaves open how long a poll may wait.
  private static final long USUAL_WAIT = 20;
  private static final long LONGEST_WAIT = 60;
  private static final long MOST = 1_000;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  // STANDARD: RFC 7240, section 4.3.
  private static final Pattern WAIT = Pattern.compile("(?:^|,)\\s*wait=([0-9]{1,4})\\s*(?:,|$)");

  private final MockState state;
  private final ResourceGuard guard;
  private final EventQueues queues;
  private final EventFaults signer;

  EventPoll(MockState state, ResourceGuard guard) {
    this.state = state;
    this.guard = guard;
    this.queues = state.events();
    this.signer = new EventFaults(state.faults(), state.keys());
  }

  @Override
  public Reply answer(Exchange exchange) {
    String clientId = guard.requireScope(exchange, "events").clientId();
    Members body = JsonBody.of(exchange).only("maxEvents", "returnImmediately", "ack", "setErrs");
    queues.settle(clientId, body.texts("ack"));
    body.optionalObject("setErrs")
        .ifPresent(unused -> queues.settle(clientId, erroneous(exchange)));
    int most = body.optionalNumber("maxEvents", 0, MOST).orElse(MOST).intValue();
    boolean atOnce = most == 0 || body.optionalFlag("returnImmediately").orElse(false);
    if (!atOnce) {
      await(clientId, seconds(exchange));
    }
    return Reply.json(200, answer(queues.waiting(clientId), most));
  }

  // STANDARD: RFC 8936, section 2.3: what is told of as erroneous is settled as well.
  private static List<String> erroneous(Exchange exchange) {
    JsonNode errors = Json.object(exchange.body()).path("setErrs");
    List<String> ids = new ArrayList<>();
    errors.fieldNames().forEachRemaining(ids::add);
    return ids;
  }

  private Map<String, Object> answer(List<QueuedEvent> waiting, int most) {
    Map<String, Object> sets = new LinkedHashMap<>();
    waiting.stream().limit(most).forEach(event -> sets.put(event.id(), signed(event)));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("sets", sets);
    answer.put("moreAvailable", waiting.size() > most);
    return answer;
  }

  private String signed(QueuedEvent event) {
    Map<String, Object> claims = new LinkedHashMap<>(event.claims());
    return state.faults().in(event.scene(), () -> signer.sign(claims));
  }

  private static long seconds(Exchange exchange) {
    Matcher wait = WAIT.matcher(exchange.header("Prefer").orElse(""));
    return wait.find() ? Math.min(LONGEST_WAIT, Long.parseLong(wait.group(1))) : USUAL_WAIT;
  }

  // By the real clock: whoever polls waits on a line that a machine holds open.
  private void await(String clientId, long seconds) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    try {
      while (queues.waiting(clientId).isEmpty() && System.nanoTime() < until) {
        Thread.sleep(LOOK_AGAIN.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
