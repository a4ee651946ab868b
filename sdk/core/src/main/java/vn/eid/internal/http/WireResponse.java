package vn.eid.internal.http;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.Headers;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;
import vn.eid.internal.json.Json;

/** An answer, read whole and within its limit: a success or a refusal by the provider. */
public final class WireResponse {
  private static final Set<String> JSON_LINES =
      Set.of("application/x-ndjson", "application/ndjson");

  private final Operation operation;
  private final int status;
  private final Headers headers;
  private final byte[] body;

  WireResponse(Operation operation, int status, Headers headers, byte[] body) {
    this.operation = operation;
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  public int status() {
    return status;
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The body as a JSON object; anything else is untrusted. */
  public Fields json(String what) {
    if (!isJson()) {
      throw notJson(operation, what, ContentType.of(headers));
    }
    return Json.object(operation, what, body);
  }

  /**
   * Reads the body as JSON objects, one a line; anything else is untrusted.
   *
   * @throws vn.eid.UnavailableException where the last line is cut off
   */
  public void jsonLines(String what, Consumer<Fields> reader) {
    if (!JSON_LINES.contains(mediaType())) {
      throw notJson(operation, what, ContentType.of(headers));
    }
    Json.eachLine(operation, what, body, reader);
  }

  /** How long the provider asks to wait before the next call; one second where it is silent. */
  public Duration retryAfter() {
    return RetryAfter.of(headers.get("Retry-After"));
  }

  static UntrustedException notJson(Operation operation, String what, ContentType type) {
    return operation.untrusted(
        Check.FORMAT,
        what
            + " is not JSON but "
            + type.name()
            + ". A proxy or a login page may stand between this server and the provider.");
  }

  /** The error document of a refusal, where there is one. */
  Optional<Fields> error() {
    return isJson()
        ? Optional.of(Json.object(operation, "The error answer", body))
        : Optional.empty();
  }

  /** Whether the answer calls itself JSON. */
  public boolean isJson() {
    return ContentType.of(headers).isJson();
  }

  /** What the answer calls itself: nothing but a media type, or words that say there is none. */
  public String mediaType() {
    return ContentType.of(headers).name();
  }
}
