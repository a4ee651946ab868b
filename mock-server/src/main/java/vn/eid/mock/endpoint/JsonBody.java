package vn.eid.mock.endpoint;

import java.util.Locale;
import vn.eid.mock.state.Members;

/** The JSON object in a request, whose faults are refusals that name the member. */
public final class JsonBody {
  private JsonBody() {}

  /**
   * Reads it.
   *
   * @throws Refusal 415 where it is said to be something else, 400 where it is no JSON object
   */
  public static Members of(Exchange exchange) {
    String type = exchange.header("Content-Type").orElse("").split(";", 2)[0].strip();
    if (!type.toLowerCase(Locale.ROOT).equals("application/json")) {
      throw Refusal.of(415, "unsupported_media_type", "Send the body as application/json.");
    }
    return new Members(Json.object(exchange.body()), "", JsonBody::refusal);
  }

  private static Refusal refusal(String member, String reason) {
    return Refusal.badRequest("invalid_request", member + " " + reason + ".")
        .member("field", member);
  }
}
