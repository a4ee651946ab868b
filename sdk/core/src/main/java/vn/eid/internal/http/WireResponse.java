package vn.eid.internal.http;

import java.util.Locale;
import java.util.Optional;
import okhttp3.Headers;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;
import vn.eid.internal.json.Json;

/** An answer, read whole and within its limit: a success or a refusal by the provider. */
public final class WireResponse {
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
      throw operation.untrusted(
          Check.FORMAT,
          what
              + " is not JSON but "
              + mediaType()
              + ". A proxy or a login page may stand between this server and the provider.");
    }
    return Json.object(operation, what, body);
  }

  /** The error document of a refusal, where there is one. */
  Optional<Fields> error() {
    return isJson()
        ? Optional.of(Json.object(operation, "The error answer", body))
        : Optional.empty();
  }

  /** Whether the answer calls itself JSON. */
  public boolean isJson() {
    String type = mediaType();
    return type.equals("application/json") || type.endsWith("+json");
  }

  /** What the answer calls itself: nothing but a media type, or words that say there is none. */
  public String mediaType() {
    String type = headers.get("Content-Type");
    if (type == null) {
      return "without a media type";
    }
    int parameters = type.indexOf(';');
    String bare = (parameters < 0 ? type : type.substring(0, parameters)).strip();
    // Quoted in an error sentence, so no more of it than a media type can honestly be.
    return bare.matches("[A-Za-z0-9.+-]{1,60}/[A-Za-z0-9.+-]{1,60}")
        ? bare.toLowerCase(Locale.ROOT)
        : "of a media type that cannot be read";
  }
}
