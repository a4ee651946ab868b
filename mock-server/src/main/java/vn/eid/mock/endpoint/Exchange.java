package vn.eid.mock.endpoint;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.eid.mock.trace.Examination;

/**
 * One request as the endpoints see it.
 *
 * @param method the HTTP method, in upper case
 * @param path the decoded path, without the query
 * @param url the absolute URL without query and fragment, as a DPoP proof's {@code htu} names it
 * @param headers the header lines by lower-case name
 * @param pathValues what the route's {@code {name}} segments matched
 * @param rawQuery the query as it came; empty where there is none
 * @param query the query's parameters
 * @param form the form's parameters; empty for another body
 * @param body the raw body
 * @param traceId the caller's {@code X-Request-Id}, or a new one
 * @param examination what is checked about the request, and how it comes out
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Exchange(
    String method,
    String path,
    String url,
    Map<String, List<String>> headers,
    Map<String, String> pathValues,
    String rawQuery,
    Params query,
    Params form,
    byte[] body,
    String traceId,
    Examination examination) {

  /** The one value of a header; empty where it is absent. A repeated header is a refusal. */
  public Optional<String> header(String name) {
    List<String> all = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    if (all.size() > 1) {
      throw Refusal.badRequest("invalid_request", "The header " + name + " is given twice.");
    }
    return all.stream().findFirst();
  }

  /** Whether who asks wants JSON, and no page. */
  public boolean isForProgram() {
    return header("Accept")
        .filter(types -> types.contains("json") && !types.contains("html"))
        .isPresent();
  }

  /** What the route's {@code {name}} matched. */
  public String pathValue(String name) {
    String value = pathValues.get(name);
    if (value == null) {
      throw new IllegalStateException("The route has no {" + name + "}.");
    }
    return value;
  }
}
