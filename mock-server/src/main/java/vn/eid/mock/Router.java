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
import org.slf4j.event.Level;
import vn.eid.mock.contract.Assumptions;
import vn.eid.mock.endpoint.ErrorStyle;
import vn.eid.mock.endpoint.Exchange;
import vn.eid.mock.endpoint.Pages;
import vn.eid.mock.endpoint.Params;
import vn.eid.mock.endpoint.Refusal;
import vn.eid.mock.endpoint.Reply;
import vn.eid.mock.endpoint.Route;
import vn.eid.mock.endpoint.Routes;
import vn.eid.mock.notice.Deliveries;
import vn.eid.mock.page.Language;
import vn.eid.mock.state.MockState;
import vn.eid.mock.trace.History;
import vn.eid.mock.trace.Message;
import vn.eid.mock.trace.Step;

/** Brings each request to its endpoint, and each refusal to its caller, the log and the journal. */
final class Router {
  private static final Logger LOG = LoggerFactory.getLogger("vn.eid.mock");
  private static final Pattern TRACE_ID = Pattern.compile("[A-Za-z0-9._:/-]{1,128}");

  // The trace stands in logs and addresses.
  private static final Pattern CITIZEN =
      Pattern.compile("(?<![A-Za-z0-9])[0-9]{12}(?![A-Za-z0-9])");

  // STANDARD: RFC 9110, section 5.6.7. Java's own constant writes some days with one digit.
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private final MockState state;
  private volatile RouteTable routes;
  private final Journal journal;
  private final Assumptions assumptions = new Assumptions();

  Router(MockState state, Journal journal, Deliveries deliveries) {
    this.state = state;
    this.routes = new RouteTable(Routes.of(state, deliveries));
    this.journal = journal;
  }

  /** Answers these too: they need the server that needs this router. */
  void alsoServe(List<Route> more) {
    routes = routes.and(more);
  }

  /**
   * A request as it came in; header names are in lower case.
   *
   * @param isLocal whether it comes from a person or a program on this machine, and from no page of
   *     another site
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Incoming(
      String method,
      String target,
      Map<String, List<String>> headers,
      byte[] body,
      boolean isLocal) {
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
    Visit visit = new Visit(request, traceId(request));
    Reply reply = routed(visit).with("X-Request-Id", visit.traceId()).with("Date", date());
    if (!visit.isAboutTheOthers()) {
      record(visit, reply);
    }
    return reply;
  }

  private static String traceId(Incoming request) {
    return request
        .header("x-request-id")
        .filter(id -> TRACE_ID.matcher(id).matches() && !CITIZEN.matcher(id).find())
        .orElseGet(() -> UUID.randomUUID().toString());
  }

  private void record(Visit visit, Reply reply) {
    Message message = visit.message();
    Incoming request = visit.request();
    SeenRequest seen = new SeenRequest(request.method(), request.target(), message, reply.status());
    journal.requests().add(seen);
    if (visit.isMissed()) {
      journal.unmatched().add(seen);
    }
    if (!visit.isSteering()) {
      History history = state.history();
      history.add(visit.step(history.nextNumber(), state.clock().instant(), message, reply));
    }
  }

  // By the mock's clock, so that an application can find out by how much its own is off.
  private String date() {
    return DATE.format(state.clock().instant());
  }

  private Reply routed(Visit visit) {
    Incoming request = visit.request();
    try {
      RequestPath path = RequestPath.parse(request.rawPath());
      Optional<RouteTable.Match> match = routes.find(request.method(), path);
      return match.isPresent() ? matched(visit, path, match.get()) : unmatched(visit, path);
    } catch (Refusal refusal) {
      return refused(visit, ErrorStyle.PROBLEM, refusal, Language.VI);
    }
  }

  private Reply matched(Visit visit, RequestPath path, RouteTable.Match match) {
    visit.matched(match.route().pattern());
    if (visit.isAboutTheOthers() && !visit.request().isLocal()) {
      return ErrorAnswers.onlyThisMachine();
    }
    ErrorStyle style = match.route().errors();
    Reply reply;
    try {
      Exchange exchange = exchange(visit, path, match);
      assumptions.check(match.route(), exchange);
      reply = match.route().endpoint().answer(exchange);
    } catch (Refusal refusal) {
      reply = refused(visit, style, refusal, language(visit.request()));
    } catch (RuntimeException e) {
      LOG.error(
          "The mock itself failed at {} {}.", visit.request().method(), match.route().pattern(), e);
      Refusal failure = Refusal.of(500, "server_error", "The mock itself failed; see its log.");
      reply = refused(visit, style, failure, language(visit.request()));
    }
    // STANDARD: RFC 9449, section 8.2: a fresh nonce with each answer saves the client a round
    // trip.
    return style == ErrorStyle.PAGE ? reply : reply.with("DPoP-Nonce", state.nonces().current());
  }

  private Exchange exchange(Visit visit, RequestPath path, RouteTable.Match match) {
    Incoming request = visit.request();
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
        visit.traceId(),
        visit.examination());
  }

  private static boolean isForm(Incoming request) {
    return request
        .header("content-type")
        .map(type -> type.toLowerCase(Locale.ROOT))
        .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
        .isPresent();
  }

  private Reply unmatched(Visit visit, RequestPath path) {
    visit.missed();
    Incoming request = visit.request();
    List<String> methods = routes.methods(path);
    Refusal refusal =
        methods.isEmpty()
            ? Refusal.of(
                404,
                "no_such_route",
                "Nothing is served here; "
                    + routes
                        .nearest(request.method(), path.decoded())
                        .map(route -> "the nearest route is " + route + ".")
                        .orElse("the page at / says what is."))
            : methodNotAllowed(methods);
    ErrorStyle style = isForAPerson(request) ? ErrorStyle.PAGE : ErrorStyle.PROBLEM;
    return refused(visit, style, refusal, language(request));
  }

  // STANDARD: RFC 9110, section 15.5.6: Allow lists what would be answered.
  private static Refusal methodNotAllowed(List<String> methods) {
    String allowed = String.join(", ", methods);
    return Refusal.of(
            405,
            "method_not_allowed",
            "This path is not there for this method; use " + allowed + ".")
        .header("Allow", allowed);
  }

  private static boolean isForAPerson(Incoming request) {
    return request.header("accept").filter(types -> types.contains("text/html")).isPresent();
  }

  private Reply refused(Visit visit, ErrorStyle style, Refusal refusal, Language language) {
    String why = state.issuer() + "/why/" + Step.whyName(visit.traceId());
    if (!visit.isAboutTheOthers()) {
      visit.refused(refusal);
      journal.refusals().add(refusal.sentence());
      // The demand for a nonce is a step of a good client: RFC 9449, section 8.
      LOG.atLevel(refusal.code().equals("use_dpop_nonce") ? Level.DEBUG : Level.INFO)
          .log(
              "refused {} {} {}: {} ({})",
              visit.request().method(),
              LogText.path(visit.request().rawPath()),
              refusal.code(),
              refusal.sentence(),
              why);
    }
    return ErrorAnswers.of(style, refusal, visit.traceId(), why, language);
  }

  private static Language language(Incoming request) {
    try {
      Optional<String> lang = Params.parse(request.rawQuery()).one("lang");
      return Pages.language(lang, request.header("accept-language"));
    } catch (Refusal malformed) {
      return Language.VI;
    }
  }

  /**
   * Lets a path pass where something is served.
   *
   * @throws IllegalArgumentException if not; it names the nearest one
   */
  void requireServed(String path) {
    if (!routes.serves(path)) {
      throw new IllegalArgumentException(
          "Nothing is served at this path; the nearest one is " + routes.nearestPath(path) + ".");
    }
  }

  Assumptions assumptions() {
    return assumptions;
  }

  String nearest(SeenRequest request) {
    return routes.nearest(request.method(), request.path()).orElse("none that is close");
  }
}
