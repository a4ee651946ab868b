package vn.eid.webhook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;

/** The events of one poll: what became of each. */
final class PolledEvents {
  private static final Logger LOG = LoggerFactory.getLogger("vn.eid.webhook");

  private final Connection connection;
  private final Operation operation;
  private final SeenTokens seen;
  private final FailedEvents failures;
  private final Letters letters;
  private final List<String> acknowledged = new ArrayList<>();
  private final Map<String, Map<String, String>> refused = new LinkedHashMap<>();
  private int handled;
  private int failed;

  PolledEvents(
      Connection connection,
      Operation operation,
      SeenTokens seen,
      FailedEvents failures,
      Letters letters) {
    this.connection = connection;
    this.operation = operation;
    this.seen = seen;
    this.failures = failures;
    this.letters = letters;
  }

  /**
   * Verifies an event and has it handled.
   *
   * @throws vn.eid.UnavailableException where it cannot be verified now
   */
  void take(String id, String token, Consumer<WebhookEvent> handler) {
    verified(id, token).ifPresent(event -> handle(id, token, event, handler));
  }

  private Optional<WebhookEvent> verified(String id, String token) {
    try {
      if (token.length() > Webhooks.MAX_BODY) {
        throw operation.untrusted(Check.SIZE, "The event is longer than any honest one.");
      }
      return Optional.of(new SecurityEventChecks(connection, operation, seen).verify(token, id));
    } catch (UntrustedException e) {
      letters.refused(token.getBytes(StandardCharsets.ISO_8859_1), e);
      refused.put(id, error(e.check()));
      return Optional.empty();
    }
  }

  private void handle(String id, String token, WebhookEvent event, Consumer<WebhookEvent> handler) {
    try {
      handler.accept(event);
      handled++;
      acknowledged.add(id);
      failures.settled(id);
    } catch (RuntimeException e) {
      failed++;
      LOG.warn(
          "The handler of events threw {}; the event comes again ({}).",
          e.getClass().getName(),
          operation.traceId());
      comesAgain(id, token);
    }
  }

  /** As what it is, and not as a repetition, because nothing was done about it. */
  private void comesAgain(String id, String token) {
    int times = failures.failed(id);
    if (letters.areKept() && times >= FailedEvents.ENOUGH) {
      letters.unhandled(token, times);
      acknowledged.add(id);
      failures.settled(id);
    } else {
      seen.forget(operation, id);
    }
  }

  /** RFC 8936, section 2.6: the codes of RFC 8935, section 2.4. */
  private static Map<String, String> error(Check check) {
    String code =
        switch (check) {
          case ISSUER -> "invalid_issuer";
          case AUDIENCE -> "invalid_audience";
          case SIGNATURE, ALGORITHM -> "invalid_key";
          default -> "invalid_request";
        };
    return Map.of("err", code, "description", "The event failed the check " + check + ".");
  }

  List<String> acknowledged() {
    return acknowledged;
  }

  Map<String, Map<String, String>> refused() {
    return refused;
  }

  Polled polled(boolean moreAvailable) {
    return new Polled(handled, failed, refused.size(), moreAvailable);
  }
}
