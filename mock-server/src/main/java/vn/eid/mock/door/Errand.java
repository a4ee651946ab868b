package vn.eid.mock.door;

import vn.eid.mock.endpoint.Endpoint;
import vn.eid.mock.endpoint.ErrorStyle;
import vn.eid.mock.endpoint.Exchange;
import vn.eid.mock.endpoint.Refusal;
import vn.eid.mock.endpoint.Reply;
import vn.eid.mock.endpoint.Route;

/**
 * One thing that the admin door does.
 *
 * @param path below {@link AdminDoor#PATH}; a segment {@code {name}} stands for any one
 * @param does what it does, in one sentence
 * @param example a body for it; empty where it takes none
 */
public record Errand(String method, String path, String does, String example, Endpoint endpoint) {

  static Errand get(String path, String does, Endpoint endpoint) {
    return new Errand("GET", path, does, "", endpoint);
  }

  static Errand post(String path, String does, String example, Endpoint endpoint) {
    return new Errand("POST", path, does, example, endpoint);
  }

  static Errand put(String path, String does, String example, Endpoint endpoint) {
    return new Errand("PUT", path, does, example, endpoint);
  }

  static Errand delete(String path, String does, Endpoint endpoint) {
    return new Errand("DELETE", path, does, "", endpoint);
  }

  Route route() {
    return new Route(method, AdminDoor.PATH + path, this::answer, ErrorStyle.PROBLEM);
  }

  // What the Java door throws has a sentence for whoever called it; here that is the client.
  private Reply answer(Exchange exchange) {
    try {
      return endpoint.answer(exchange);
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("invalid_request", String.valueOf(e.getMessage()));
    } catch (IllegalStateException e) {
      throw Refusal.of(409, "conflict", String.valueOf(e.getMessage()));
    }
  }
}
