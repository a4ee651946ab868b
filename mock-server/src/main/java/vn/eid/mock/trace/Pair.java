package vn.eid.mock.trace;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A parameter as it came; unlike an endpoint, a page shows also one that is encoded wrongly. */
record Pair(String name, String value) {

  static List<Pair> parse(String encoded) {
    List<Pair> pairs = new ArrayList<>();
    for (String part : encoded.split("&", -1)) {
      if (!part.isEmpty()) {
        String[] halves = part.split("=", 2);
        pairs.add(new Pair(decoded(halves[0]), halves.length < 2 ? "" : decoded(halves[1])));
      }
    }
    return pairs;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
