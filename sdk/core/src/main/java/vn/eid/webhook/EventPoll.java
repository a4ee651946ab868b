package vn.eid.webhook;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.http.Problems;
import vn.eid.internal.http.WireRequest;
import vn.eid.internal.http.WireResponse;
import vn.eid.internal.json.Fields;

/** One poll (RFC 8936): asks for events, has them handled, and says what became of them. */
final class EventPoll {
  private static final String SCOPE = "events";
  private static final long MAX_ANSWER = 8L << 20;
  private static final long MAX_WAIT_SECONDS = 60;

  private final Connection connection;
  private final Operation operation;
  private final HttpUrl endpoint;

  EventPoll(Connection connection, Operation operation) {
    this.connection = connection;
    this.operation = operation;
    this.endpoint =
        connection
            .provider()
            .national(operation)
            .events()
            .orElseThrow(
                () ->
                    operation.rejected(
                        "no_event_poll",
                        "This provider lets nobody poll events (RFC 8936): have them pushed."));
  }

  Polled run(int atMost, PolledEvents events, Consumer<WebhookEvent> handler) {
    Fields answer = ask(atMost);
    try {
      sets(answer).entrySet().stream()
          .limit(atMost)
          .forEach(set -> events.take(set.getKey(), String.valueOf(set.getValue()), handler));
    } finally {
      // Also where the rest could not be verified: what was done is done, and only that comes
      // again.
      report(events);
    }
    return events.polled(answer.flag("moreAvailable"));
  }

  /** Section 2.2: waits until there is something, for no longer than a part of our own patience. */
  private Fields ask(int atMost) {
    Duration patience = connection.wire().timeout().dividedBy(2);
    long seconds = Math.min(MAX_WAIT_SECONDS, patience.toSeconds());
    return sent(
        WireRequest.json(
                operation, endpoint, Map.of("maxEvents", atMost, "returnImmediately", seconds == 0))
            // RFC 7240, section 4.3. A poll without an end is no answer within a timeout.
            .header("Prefer", "wait=" + seconds)
            .changesNothing()
            .longPoll());
  }

  /** Section 2.2: acknowledges, and asks for nothing. */
  private void report(PolledEvents events) {
    if (events.acknowledged().isEmpty() && events.refused().isEmpty()) {
      return;
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("maxEvents", 0);
    body.put("returnImmediately", true);
    body.put("ack", events.acknowledged());
    body.put("setErrs", events.refused());
    Fields unused =
        sent(WireRequest.json(operation, endpoint, body).header("Content-Language", "en"));
  }

  /** Either may be repeated: what is not acknowledged comes again, and once is as good as twice. */
  private Fields sent(WireRequest request) {
    WireResponse response =
        connection.resources().send(operation, SCOPE, request.limit(MAX_ANSWER).repeatable());
    if (!response.isSuccess()) {
      throw Problems.of(operation, response);
    }
    return response.json("The answer with events");
  }

  /** In the order in which they came; the order that counts is that of their versions. */
  private static Map<String, Object> sets(Fields answer) {
    return answer.object("sets").map(Fields::members).orElse(Map.of());
  }
}
