package vn.eid.mock;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.eid.mock.endpoint.Refusal;
import vn.eid.mock.endpoint.Route;

/** Finds the route of a request, or the one that its author may have meant. */
final class RouteTable {
  private final List<Route> routes;

  // Each request is held against all of them, so they are taken apart once.
  private final List<Line> lines;

  /** A route with the segments of its pattern. */
  private record Line(Route route, List<String> segments) {
    static Line of(Route route) {
      return new Line(route, List.of(route.pattern().substring(1).split("/", -1)));
    }
  }

  RouteTable(List<Route> routes) {
    this.routes = routes;
    this.lines = routes.stream().map(Line::of).toList();
  }

  /** The same routes and some more. */
  RouteTable and(List<Route> more) {
    return new RouteTable(Stream.concat(routes.stream(), more.stream()).toList());
  }

  /** A route, and what its {@code {name}} segments stand for in one request. */
  record Match(Route route, Map<String, String> values) {}

  /** STANDARD: RFC 9110, section 9.3.2: HEAD is answered like GET. */
  Optional<Match> find(String method, RequestPath path) {
    Optional<Match> match = of(method, path);
    return match.isEmpty() && method.equals("HEAD") ? of("GET", path) : match;
  }

  private Optional<Match> of(String method, RequestPath path) {
    return lines.stream()
        .filter(line -> line.route().method().equals(method))
        .flatMap(line -> match(line, path).stream())
        .findFirst();
  }

  /** The methods that a path has. */
  List<String> methods(RequestPath path) {
    return lines.stream()
        .filter(line -> match(line, path).isPresent())
        .flatMap(line -> methods(line.route()))
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<String> methods(Route route) {
    return route.method().equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(route.method());
  }

  /**
   * The method and the pattern of the route that is closest in spelling; empty where none is close
   * enough to have been meant.
   */
  Optional<String> nearest(String method, String path) {
    return Spelling.close(path, routes.stream().map(Route::pattern))
        .flatMap(
            pattern ->
                routes.stream()
                    .filter(route -> route.pattern().equals(pattern))
                    .map(route -> route.method() + " " + pattern)
                    .min(Comparator.comparing(one -> !one.startsWith(method + " "))));
  }

  /** Whether any route answers at this path, or has it as its pattern. */
  boolean serves(String path) {
    return routes.stream().anyMatch(route -> route.pattern().equals(path)) || answers(path);
  }

  private boolean answers(String path) {
    try {
      RequestPath parsed = RequestPath.parse(path);
      return lines.stream().anyMatch(line -> match(line, parsed).isPresent());
    } catch (Refusal unsafe) {
      return false;
    }
  }

  /** The pattern that is closest in spelling to a path. */
  String nearestPath(String path) {
    return Spelling.nearest(path, routes.stream().map(Route::pattern)).orElse("none");
  }

  private static Optional<Match> match(Line line, RequestPath path) {
    List<String> pattern = line.segments();
    if (pattern.size() != path.segments().size()) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < pattern.size(); i++) {
      String wanted = pattern.get(i);
      String segment = path.segments().get(i);
      if (wanted.startsWith("{") && !segment.isEmpty()) {
        values.put(wanted.substring(1, wanted.length() - 1), segment);
      } else if (!wanted.equals(segment)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Match(line.route(), Map.copyOf(values)));
  }
}
