package vn.eid.mock;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.eid.mock.endpoint.Refusal;
import vn.eid.mock.endpoint.Reply;
import vn.eid.mock.trace.Examination;
import vn.eid.mock.trace.Message;
import vn.eid.mock.trace.Refused;
import vn.eid.mock.trace.Step;

/** One request on its way through the router, and what becomes of it. */
final class Visit {
  // What a container asks, and a browser by itself.
  private static final Set<String> ASIDE = Set.of("/healthz", "/favicon.ico");

  private final Router.Incoming request;
  private final String traceId;
  private final Examination examination = new Examination();
  private final long began = System.nanoTime();
  private Optional<String> pattern = Optional.empty();
  private boolean missed;
  private Optional<Refusal> refusal = Optional.empty();

  Visit(Router.Incoming request, String traceId) {
    this.request = request;
    this.traceId = traceId;
  }

  Router.Incoming request() {
    return request;
  }

  String traceId() {
    return traceId;
  }

  Examination examination() {
    return examination;
  }

  void matched(String route) {
    pattern = Optional.of(route);
  }

  /** No route was found. */
  void missed() {
    missed = true;
  }

  boolean isMissed() {
    return missed;
  }

  void refused(Refusal why) {
    refusal = Optional.of(why);
  }

  /** The pages about what happened: shown on this machine only, and no part of what happened. */
  boolean isAboutTheOthers() {
    return pattern.filter(Visit::isAboutTheOthers).isPresent();
  }

  static boolean isAboutTheOthers(String pattern) {
    return pattern.startsWith("/why/")
        || pattern.equals("/inspector")
        || pattern.startsWith("/inspector/");
  }

  /** Whether the request is no part of what an application does, such as those to the door. */
  boolean isSteering() {
    return refusal.isEmpty()
        && pattern
            .filter(route -> route.startsWith("/__admin/") || ASIDE.contains(route))
            .isPresent();
  }

  Message message() {
    return Message.of(request.headers(), request.body());
  }

  Step step(long number, Instant at, Message message, Reply reply) {
    return new Step(
        number,
        traceId,
        at,
        Duration.ofNanos(System.nanoTime() - began),
        request.method(),
        request.target(),
        pattern,
        message,
        reply.status(),
        Message.of(headers(reply), reply.body()),
        refusal.map(why -> new Refused(why.code(), why.sentence(), examination.checks())));
  }

  private static Map<String, List<String>> headers(Reply reply) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Reply.Header header : reply.headers()) {
      headers.merge(header.name().toLowerCase(Locale.ROOT), List.of(header.value()), Visit::joined);
    }
    return headers;
  }

  private static List<String> joined(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
