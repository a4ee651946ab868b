package vn.eid.webhook;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.Pings;
import vn.eid.internal.json.Json;
import vn.eid.login.PushId;
import vn.eid.spi.DeadLetters;

/**
 * Takes what the national systems send to this application. Register one https address of yours for
 * all of it, or one for each kind, and hand what arrives there to {@link #accept}: the message
 * itself says what it is. Where nobody outside can reach you, {@link #poll} for the registry's
 * events. This class is thread-safe.
 */
public final class Webhooks {
  static final int MAX_BODY = 1 << 16;

  private static final int MAX_POLL = 100;
  private static final String BEARER = "bearer ";

  private final Connection connection;
  private final SeenTokens seenLogouts;
  private final SeenTokens seenEvents;
  private final FailedEvents failures;
  private final Letters letters;

  /** Made by {@link vn.eid.EidClient#webhooks()}. */
  @SuppressWarnings("exports")
  public Webhooks(Connection connection, Optional<DeadLetters> deadLetters) {
    this.connection = connection;
    this.failures = new FailedEvents(connection.clock());
    this.letters = new Letters(deadLetters, connection.clock());
    this.seenLogouts = new SeenTokens(connection, "seen-logout");
    this.seenEvents = new SeenTokens(connection, "seen-event");
  }

  /**
   * Checks a message and tells what it says. Answer the sender, with {@code Cache-Control:
   * no-store}:
   *
   * <ul>
   *   <li>200 to a {@link WebhookEvent.LoggedOut} that came as a form, 204 to a {@link
   *       WebhookEvent.PushAnswered}
   *   <li>202 without a body to every other event, a {@link WebhookEvent.Repeated}, {@link
   *       WebhookEvent.Superseded} or {@link WebhookEvent.Unknown} one too (RFC 8935, section 2.2),
   *       once what you will do about it is safely noted: until then the sender repeats it, and
   *       after that never. 200 does no harm to an event
   *   <li>400 where this throws {@link vn.eid.UntrustedException}, because then anybody may have
   *       sent it. The sender of an event reads {@code {"err":"invalid_request"}} in a JSON body
   *       (RFC 8935, section 2.3); tell nobody more
   *   <li>503 where it throws {@link vn.eid.UnavailableException}, or where you cannot note it: the
   *       sender comes again
   * </ul>
   *
   * <p>What needs no decision of yours has happened when this returns, on all nodes: of a consent
   * that ended nothing is read any more, its sealed copies are erased where each node looks next,
   * and {@link vn.eid.login.LoginSessions#isLoggedOut} knows of a session that ended.
   *
   * @param headers the request's header fields, in any case
   * @param rawBody the bytes of its body as they came, up to 64 kB: read them before your framework
   *     parses the form or the JSON
   * @throws vn.eid.UntrustedException where it fails a check; {@code REPLAY} where a logout token
   *     came before, {@code FORMAT} with a sentence that says so where the body was altered on its
   *     way through your framework
   * @throws vn.eid.UnavailableException where the provider's keys are needed and out of reach, or
   *     the shared store is; nothing of the message is used up
   */
  public WebhookEvent accept(Map<String, List<String>> headers, byte[] rawBody) {
    Operation operation = Operation.named("webhooks.accept");
    try {
      return accepted(operation, headers, rawBody);
    } catch (UntrustedException e) {
      letters.refused(rawBody, e);
      throw e;
    }
  }

  /**
   * Fetches events from the registry (RFC 8936), for an application that nobody can post to. Where
   * there are none it waits for some, up to half of {@code EidClient.Builder.timeout} and a minute
   * at most, so a loop around it needs no pause of its own unless it throws.
   *
   * <p>Each event is checked as in {@link #accept} and handed to the handler, one after the other
   * on this thread. Those that it returned from are acknowledged and never come again; those that
   * it threw on come again, as they were, with the next poll. With {@code
   * EidClient.Builder.deadLetters}, one on which it threw five times in a row becomes a dead letter
   * and comes no more. An event may still come twice, as a {@link WebhookEvent.Repeated}: where the
   * acknowledgement was lost. Let one node poll at a time, or bear an event that both were given.
   *
   * @param atMost how many events to take, 1 to 100
   * @param handler what is to be done about an event; where it throws, the class of the exception
   *     goes to the log
   * @throws vn.eid.InvalidRequestException where the number is another one
   * @throws vn.eid.ClientRejectedException where the provider lets nobody poll, or not this client
   * @throws vn.eid.UnavailableException where the registry or the shared store is out of reach;
   *     what was handled until then was handled, and comes again at most as a repetition
   */
  public Polled poll(int atMost, Consumer<WebhookEvent> handler) {
    Operation operation = Operation.named("webhooks.poll");
    if (atMost < 1 || atMost > MAX_POLL) {
      throw operation.invalid("atMost", "A poll takes 1 to 100 events.");
    }
    PolledEvents events = new PolledEvents(connection, operation, seenEvents, failures, letters);
    return new EventPoll(connection, operation).run(atMost, events, handler);
  }

  private WebhookEvent accepted(
      Operation operation, Map<String, List<String>> headers, byte[] rawBody) {
    if (rawBody.length > MAX_BODY) {
      throw operation.untrusted(Check.SIZE, "The message is longer than any honest one.");
    }
    RawBody body = new RawBody(operation, rawBody);
    return switch (mediaType(headers)) {
      case "application/x-www-form-urlencoded" -> loggedOut(operation, body.form());
      case "application/json" -> pushAnswered(operation, headers, body.json());
      case "application/secevent+jwt" -> told(operation, body.token());
      default ->
          throw operation.untrusted(Check.FORMAT, "The message is of a media type unknown here.");
    };
  }

  private WebhookEvent loggedOut(Operation operation, String form) {
    return new LogoutTokenChecks(connection, operation, seenLogouts)
        .verify(logoutToken(operation, form));
  }

  /** Back-Channel Logout 1.0, section 2.5: a form with one member of that name. */
  private static String logoutToken(Operation operation, String form) {
    List<String> tokens =
        List.of(form.split("&", -1)).stream()
            .filter(pair -> pair.startsWith("logout_token="))
            .toList();
    if (tokens.size() != 1) {
      throw operation.untrusted(Check.FORMAT, "The message has no logout token, or several.");
    }
    try {
      return URLDecoder.decode(
          tokens.get(0).substring("logout_token=".length()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw operation.untrusted(Check.FORMAT, "The message is not percent-encoded correctly.");
    }
  }

  /** CIBA Core 1.0, section 10.2: the bearer token is the one that was given for this push. */
  private WebhookEvent pushAnswered(
      Operation operation, Map<String, List<String>> headers, byte[] body) {
    String authReqId = Json.object(operation, "The message", body).requiredText("auth_req_id");
    Pings.Awaited notice =
        bearer(headers)
            .flatMap(token -> connection.pings().arrived(operation, token, authReqId))
            .orElseThrow(
                () -> operation.untrusted(Check.STATE, "No push of this client awaits this."));
    return new WebhookEvent.PushAnswered(PushId.of(notice.handle()));
  }

  /** RFC 8935, section 2.1: the body is the token and nothing else. */
  private WebhookEvent told(Operation operation, String token) {
    return new SecurityEventChecks(connection, operation, seenEvents).verify(token);
  }

  private static Optional<String> bearer(Map<String, List<String>> headers) {
    return header(headers, "Authorization")
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(value -> value.substring(BEARER.length()).strip());
  }

  private static String mediaType(Map<String, List<String>> headers) {
    String type = header(headers, "Content-Type").orElse("");
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** A header that comes twice could be read differently by two readers, so it counts as none. */
  private static Optional<String> header(Map<String, List<String>> headers, String name) {
    List<String> values =
        headers.entrySet().stream()
            .filter(entry -> name.equalsIgnoreCase(entry.getKey()))
            .flatMap(entry -> entry.getValue().stream())
            .toList();
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }
}
