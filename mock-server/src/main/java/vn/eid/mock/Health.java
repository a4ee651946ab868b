package vn.eid.mock;

import java.util.Map;
import vn.eid.mock.endpoint.Reply;

/**
 * {@code GET /healthz}, for whoever waits for the server: 200 as soon as requests are answered. It
 * is for everybody, shows nothing, and is not recorded.
 */
final class Health {
  private static final String PATH = "/healthz";

  static final Reply UP = Reply.json(200, Map.of("status", "up"));

  private Health() {}

  static boolean isAsked(Router.Incoming request) {
    return request.target().equals(PATH)
        && (request.method().equals("GET") || request.method().equals("HEAD"));
  }
}
