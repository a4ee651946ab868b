package vn.eid.mock.endpoint;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a query or a form, in order, repeated names kept. */
public final class Params {
  private final Map<String, List<String>> values;

  private Params(Map<String, List<String>> values) {
    this.values = values;
  }

  /** Parses {@code application/x-www-form-urlencoded} text. */
  public static Params parse(String encoded) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : encoded.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      values.computeIfAbsent(decode(name), unused -> new ArrayList<>()).add(decode(value));
    }
    return new Params(values);
  }

  /** The one value of a name; empty where the name is absent. A repeated name is a refusal. */
  public Optional<String> one(String name) {
    List<String> all = values.getOrDefault(name, List.of());
    if (all.size() > 1) {
      throw Refusal.badRequest(
          "invalid_request", "The parameter " + name + " is given twice; give it once.");
    }
    return all.stream().findFirst();
  }

  /** The one value of a name that must be there. */
  public String required(String name) {
    return one(name)
        .filter(value -> !value.isEmpty())
        .orElseThrow(
            () ->
                Refusal.badRequest("invalid_request", "The parameter " + name + " is missing.")
                    .comparing("the parameter " + name, "nothing"));
  }

  /** All values of a name, for one that may be repeated. */
  public List<String> all(String name) {
    return List.copyOf(values.getOrDefault(name, List.of()));
  }

  /** Refuses a name that is not given here: a typing error must not be taken for an absence. */
  public void only(String... names) {
    List<String> known = List.of(names);
    if (!known.containsAll(values.keySet())) {
      throw Refusal.badRequest(
          "invalid_request",
          known.isEmpty()
              ? "This resource takes no parameters."
              : "Known parameters here are " + String.join(", ", known) + " only.");
    }
  }

  /** The names in the order in which they came. */
  public List<String> names() {
    return List.copyOf(values.keySet());
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("invalid_request", "A parameter is not percent-encoded correctly.");
    }
  }
}
