package vn.eid.mock;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.eid.mock.endpoint.ErrorStyle;
import vn.eid.mock.endpoint.Exchange;
import vn.eid.mock.endpoint.Pages;
import vn.eid.mock.endpoint.Params;
import vn.eid.mock.endpoint.Refusal;
import vn.eid.mock.endpoint.Reply;
import vn.eid.mock.endpoint.Routes;
import vn.eid.mock.notice.Deliveries;
import vn.eid.mock.page.Language;
import vn.eid.mock.state.MockState;

/** Brings each request to its endpoint, and each refusal to its caller, the log and the journal. */
final class Router {
  private static final Logger LOG = LoggerFactory.getLogger("vn.eid.mock");
  private static final Pattern TRACE_ID = Pattern.compile("[A-Za-z0-9._:/-]{1,128}");

  // STANDARD: RFC 9110, section 5.6.7. Java's own constant writes some days with one digit.
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private final MockState state;
  private final RouteTable routes;
  private final Journal journal;

  Router(MockState state, Journal journal, Deliveries deliveries) {
    this.state = state;
    this.routes = new RouteTable(Routes.of(state, deliveries));
    this.journal = journal;
  }

  /** A request as it came in; header names are in lower case. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Incoming(String method, String target, Map<String, List<String>> headers, byte[] body) {
    String rawPath() {
      return target.split("\\?", 2)[0];
    }

    String rawQuery() {
      String[] parts = target.split("\\?", 2);
      return parts.length < 2 ? "" : parts[1];
    }

    Optional<String> header(String name) {
      return headers.getOrDefault(name, List.of()).stream().findFirst();
    }
  }

  Reply answer(Incoming request) {
    String traceId =
        request
            .header("x-request-id")
            .filter(id -> TRACE_ID.matcher(id).matches())
            .orElseGet(() -> UUID.randomUUID().toString());
    Reply reply = routed(request, traceId).with("X-Request-Id", traceId).with("Date", date());
    journal.requests().add(seen(request, reply.status()));
    return reply;
  }

  // By the mock's clock, so that an application can find out by how much its own is off.
  private String date() {
    return DATE.format(state.clock().instant());
  }

  private Reply routed(Incoming request, String traceId) {
    try {
      RequestPath path = RequestPath.parse(request.rawPath());
      Optional<RouteTable.Match> match = routes.find(request.method(), path);
      return match.isPresent()
          ? matched(request, path, match.get(), traceId)
          : unmatched(request, path, traceId);
    } catch (Refusal refusal) {
      return refused(request, ErrorStyle.PROBLEM, refusal, traceId, Language.VI);
    }
  }

  private Reply matched(
      Incoming request, RequestPath path, RouteTable.Match match, String traceId) {
    ErrorStyle style = match.route().errors();
    Reply reply;
    try {
      Exchange exchange = exchange(request, path, match, traceId);
      reply = match.route().endpoint().answer(exchange);
    } catch (Refusal refusal) {
      reply = refused(request, style, refusal, traceId, language(request));
    } catch (RuntimeException e) {
      LOG.error("The mock itself failed at {} {}.", request.method(), match.route().pattern(), e);
      Refusal failure = Refusal.of(500, "server_error", "The mock itself failed; see its log.");
      reply = ErrorAnswers.of(style, failure, traceId, language(request));
    }
    // STANDARD: RFC 9449, section 8.2: a fresh nonce with each answer saves the client a round
    // trip.
    return style == ErrorStyle.PAGE ? reply : reply.with("DPoP-Nonce", state.nonces().current());
  }

  private Exchange exchange(
      Incoming request, RequestPath path, RouteTable.Match match, String traceId) {
    match.route().endpoint().checkSize(request.body().length);
    return new Exchange(
        request.method(),
        path.decoded(),
        state.issuer() + request.rawPath(),
        request.headers(),
        match.values(),
        request.rawQuery(),
        Params.parse(request.rawQuery()),
        Params.parse(isForm(request) ? new String(request.body(), StandardCharsets.UTF_8) : ""),
        request.body(),
        traceId);
  }

  private static boolean isForm(Incoming request) {
    return request
        .header("content-type")
        .map(type -> type.toLowerCase(Locale.ROOT))
        .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
        .isPresent();
  }

  private Reply unmatched(Incoming request, RequestPath path, String traceId) {
    journal.unmatched().add(seen(request, 404));
    Refusal refusal =
        Refusal.of(
            404,
            "no_such_route",
            "Nothing is served here; the nearest route is "
                + routes.nearest(request.method(), path.decoded())
                + ".");
    ErrorStyle style = isForAPerson(request) ? ErrorStyle.PAGE : ErrorStyle.PROBLEM;
    return refused(request, style, refusal, traceId, language(request));
  }

  private static boolean isForAPerson(Incoming request) {
    return request.header("accept").filter(types -> types.contains("text/html")).isPresent();
  }

  private Reply refused(
      Incoming request, ErrorStyle style, Refusal refusal, String traceId, Language language) {
    journal.refusals().add(refusal.sentence());
    LOG.info(
        "refused {} {} {}: {}",
        request.method(),
        LogText.path(request.rawPath()),
        refusal.code(),
        refusal.sentence());
    return ErrorAnswers.of(style, refusal, traceId, language);
  }

  private static Language language(Incoming request) {
    try {
      Optional<String> lang = Params.parse(request.rawQuery()).one("lang");
      return Pages.language(lang, request.header("accept-language"));
    } catch (Refusal malformed) {
      return Language.VI;
    }
  }

  private static SeenRequest seen(Incoming request, int status) {
    return new SeenRequest(
        request.method(), request.target(), request.headers(), request.body(), status);
  }

  String nearest(SeenRequest request) {
    return routes.nearest(request.method(), request.path());
  }
}
