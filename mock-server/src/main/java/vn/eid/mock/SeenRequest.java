package vn.eid.mock;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.eid.mock.endpoint.Params;
import vn.eid.mock.endpoint.Refusal;
import vn.eid.mock.trace.Message;

/**
 * A request that reached the mock server, and how it was answered. It holds what the application
 * sent, secrets included; {@link #toString} shows no header, parameter or body. Immutable, safe for
 * use by several threads.
 */
public final class SeenRequest {
  private final String method;
  private final String target;
  private final Map<String, List<String>> headers;
  private final byte[] body;
  private final int status;

  SeenRequest(String method, String target, Message message, int status) {
    this.method = method;
    this.target = target;
    this.headers = Map.copyOf(message.headers());
    this.body = message.body();
    this.status = status;
  }

  /** The HTTP method, in upper case. */
  public String method() {
    return method;
  }

  /** The path as it came, without the query. */
  public String path() {
    return target.split("\\?", 2)[0];
  }

  /** The query as it came; empty where there is none. */
  public String rawQuery() {
    int mark = target.indexOf('?');
    return mark < 0 ? "" : target.substring(mark + 1);
  }

  /** The header lines by lower-case name. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** The status of the answer; 0 where a fault cut the connection instead. */
  public int status() {
    return status;
  }

  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /** The value of a parameter of the query; empty where it is absent or given twice. */
  public Optional<String> query(String name) {
    return parameter(rawQuery(), name);
  }

  /** The value of a parameter of a form; empty where it is absent or given twice. */
  public Optional<String> form(String name) {
    return parameter(body(), name);
  }

  /** The body as UTF-8 text, its first 64 kB. */
  public String body() {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static Optional<String> parameter(String encoded, String name) {
    try {
      return Params.parse(encoded).one(name);
    } catch (Refusal malformed) {
      return Optional.empty();
    }
  }

  /** The method, the path and the status, such as {@code POST /token 200}. */
  @Override
  public String toString() {
    return method + " " + path() + " " + status;
  }
}
