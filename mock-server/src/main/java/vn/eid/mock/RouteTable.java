package vn.eid.mock;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.eid.mock.endpoint.Route;

/** Finds the route of a request, or the one that its author may have meant. */
final class RouteTable {
  private final List<Route> routes;

  RouteTable(List<Route> routes) {
    this.routes = routes;
  }

  /** A route, and what its {@code {name}} segments stand for in one request. */
  record Match(Route route, Map<String, String> values) {}

  Optional<Match> find(String method, RequestPath path) {
    return routes.stream()
        .filter(route -> route.method().equals(method))
        .flatMap(route -> match(route, path).stream())
        .findFirst();
  }

  /** The method and the pattern of the route that is closest in spelling. */
  String nearest(String method, String path) {
    String wanted = method + " " + path;
    return routes.stream()
        .map(route -> route.method() + " " + route.pattern())
        .min(Comparator.comparingInt(route -> distance(wanted, route)))
        .orElse("none");
  }

  private static Optional<Match> match(Route route, RequestPath path) {
    String[] pattern = route.pattern().substring(1).split("/", -1);
    if (pattern.length != path.segments().size()) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < pattern.length; i++) {
      String segment = path.segments().get(i);
      if (pattern[i].startsWith("{") && !segment.isEmpty()) {
        values.put(pattern[i].substring(1, pattern[i].length() - 1), segment);
      } else if (!pattern[i].equals(segment)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Match(route, Map.copyOf(values)));
  }

  // Levenshtein's distance, one row at a time.
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
