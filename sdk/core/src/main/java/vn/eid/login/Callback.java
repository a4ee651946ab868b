package vn.eid.login;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;

/** The parameters with which the browser came back; a name twice is refused. */
final class Callback {
  private static final int MAX_LENGTH = 1 << 14;

  private final Map<String, String> parameters = new HashMap<>();

  private Callback() {}

  /**
   * Reads the query. Host and path are not looked at: behind a proxy they differ from the public
   * ones.
   */
  static Callback of(Operation operation, URI uri) {
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    if (query.length() > MAX_LENGTH) {
      throw operation.untrusted(Check.SIZE, "The callback is longer than any honest one.");
    }
    Callback callback = new Callback();
    for (String pair : query.split("&", -1)) {
      callback.add(operation, pair);
    }
    return callback;
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }

  private void add(Operation operation, String pair) {
    if (pair.isEmpty()) {
      return;
    }
    // Some readers take a name alone for a parameter without a value.
    String[] parts = pair.split("=", 2);
    try {
      String name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
      String value = parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
      if (parameters.putIfAbsent(name, value) != null) {
        // RFC 6749, section 3.1: a parameter given twice could be read differently by two readers.
        throw operation.untrusted(Check.FORMAT, "The callback gives a parameter twice.");
      }
    } catch (IllegalArgumentException e) {
      throw operation.untrusted(Check.FORMAT, "The callback is not percent-encoded correctly.");
    }
  }
}
