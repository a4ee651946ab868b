package vn.eid.mock.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A step as a command for a POSIX shell. What is masked is a variable in capitals; everything else
 * stands in single quotes, so that nothing that a caller sent is a command.
 */
public final class Curl {
  private static final Set<String> MADE_BY_CURL =
      Set.of(
          "host",
          "content-length",
          "connection",
          "accept-encoding",
          "user-agent",
          "upgrade",
          "http2-settings",
          "transfer-encoding",
          "expect");

  private Curl() {}

  /**
   * The command.
   *
   * @param issuer the address of the server
   */
  public static String of(String issuer, Step step) {
    List<String> parts = new ArrayList<>();
    parts.add("curl --globoff --include --request " + quoted(Masked.text(step.method())));
    step.request()
        .headers()
        .forEach(
            (name, values) -> {
              if (!MADE_BY_CURL.contains(name) && !values.isEmpty()) {
                String header = quoted(Masked.text(name) + ": ");
                parts.add("--header " + header + shown(name, values.get(0)));
              }
            });
    if (ShownMessage.isForm(step.request())) {
      form(step, parts);
    } else if (step.request().length() > 0) {
      parts.add("--data-binary \"$BODY\"");
    }
    parts.add(quoted(issuer + path(step)) + query(step));
    return String.join(" \\\n  ", parts);
  }

  private static String path(Step step) {
    return step.route().orElseGet(() -> Masked.path(step.path()));
  }

  private static String query(Step step) {
    StringBuilder query = new StringBuilder();
    for (Pair pair : Pair.parse(step.query())) {
      query.append(query.isEmpty() ? "'?'" : "'&'").append(quoted(Masked.text(pair.name()) + "="));
      query.append(shown(pair.name(), pair.value()));
    }
    return query.toString();
  }

  private static void form(Step step, List<String> parts) {
    String body = new String(step.request().body(), StandardCharsets.UTF_8);
    for (Pair pair : Pair.parse(body)) {
      parts.add(
          "--data-urlencode "
              + quoted(Masked.text(pair.name()) + "=")
              + shown(pair.name(), pair.value()));
    }
  }

  private static String shown(String name, String value) {
    return Masked.value(name, value).equals(value) ? quoted(value) : "\"$" + variable(name) + "\"";
  }

  private static String variable(String name) {
    String letters = Masked.text(name).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    return "EID_" + letters.substring(0, Math.min(letters.length(), 40));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
