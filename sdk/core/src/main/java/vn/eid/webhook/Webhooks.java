package vn.eid.webhook;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.Pings;
import vn.eid.internal.json.Json;
import vn.eid.login.PushId;

/**
 * Takes what the national systems send to this application. Register one https address of yours for
 * all of it, or one for each kind, and hand what arrives there to {@link #accept}: the message
 * itself says what it is. This class is thread-safe.
 */
public final class Webhooks {
  private static final int MAX_BODY = 1 << 16;
  private static final String BEARER = "bearer ";

  private final Connection connection;
  private final SeenTokens seenLogouts;
  private final SeenTokens seenEvents;

  /** Made by {@link vn.eid.EidClient#webhooks()}. */
  @SuppressWarnings("exports")
  public Webhooks(Connection connection) {
    this.connection = connection;
    this.seenLogouts = new SeenTokens(connection, "seen-logout");
    this.seenEvents = new SeenTokens(connection, "seen-event");
  }

  /**
   * Checks a message and tells what it says. Answer the sender, with {@code Cache-Control:
   * no-store}:
   *
   * <ul>
   *   <li>200 to a {@link WebhookEvent.LoggedOut}, 204 to a {@link WebhookEvent.PushAnswered}
   *   <li>202 without a body to every other event, a {@link WebhookEvent.Repeated} or {@link
   *       WebhookEvent.Unknown} one too (RFC 8935, section 2.2), once what you will do about it is
   *       safely noted: until then the sender repeats it, and after that never
   *   <li>400 where this throws {@link vn.eid.UntrustedException}, because then anybody may have
   *       sent it. The sender of an event reads {@code {"err":"invalid_request"}} in a JSON body
   *       (RFC 8935, section 2.3); tell nobody more
   *   <li>503 where it throws {@link vn.eid.UnavailableException}, or where you cannot note it: the
   *       sender comes again
   * </ul>
   *
   * @param headers the request's header fields, in any case
   * @param rawBody the bytes of its body as they came, up to 64 kB: read them before your framework
   *     parses the form or the JSON
   * @throws vn.eid.UntrustedException where it fails a check; {@code REPLAY} where a logout token
   *     came before
   * @throws vn.eid.UnavailableException where the provider's keys are needed and out of reach
   */
  public WebhookEvent accept(Map<String, List<String>> headers, byte[] rawBody) {
    Operation operation = Operation.named("webhooks.accept");
    if (rawBody.length > MAX_BODY) {
      throw operation.untrusted(Check.SIZE, "The message is longer than any honest one.");
    }
    return switch (mediaType(headers)) {
      case "application/x-www-form-urlencoded" -> loggedOut(operation, rawBody);
      case "application/json" -> pushAnswered(operation, headers, rawBody);
      case "application/secevent+jwt" -> told(operation, rawBody);
      default ->
          throw operation.untrusted(Check.FORMAT, "The message is of a media type unknown here.");
    };
  }

  private WebhookEvent loggedOut(Operation operation, byte[] body) {
    return new LogoutTokenChecks(connection, operation, seenLogouts)
        .verify(logoutToken(operation, new String(body, StandardCharsets.US_ASCII)));
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
  private WebhookEvent told(Operation operation, byte[] body) {
    return new SecurityEventChecks(connection, operation, seenEvents)
        .verify(new String(body, StandardCharsets.US_ASCII));
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
