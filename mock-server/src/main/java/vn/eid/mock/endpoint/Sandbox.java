package vn.eid.mock.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.mock.state.AccessToken;
import vn.eid.mock.state.MockState;

/**
 * {@code /sandbox/v1/echo}: an API that is only there to be called with a citizen's token; it says
 * what it received. ASSUMED: no real authority has such a thing.
 */
final class Sandbox implements Endpoint {
  static final String SCOPE = "sandbox";

  private final MockState state;
  private final ResourceGuard guard;

  Sandbox(MockState state, ResourceGuard guard) {
    this.state = state;
    this.guard = guard;
  }

  @Override
  public Reply answer(Exchange exchange) {
    AccessToken token = guard.requireScope(exchange, SCOPE);
    Map<String, Object> echo = new LinkedHashMap<>();
    echo.put("sub", subject(state, token));
    echo.put("method", exchange.method());
    if (exchange.method().equals("GET")) {
      echo.put("query", exchange.rawQuery());
    } else {
      echo.put("length", exchange.body().length);
      echo.put("sha256", Hashes.hex(exchange.body()));
    }
    return Reply.json(200, echo);
  }

  static String subject(MockState state, AccessToken token) {
    return state.subjects().of(token.session().orElseThrow().citizenId(), token.clientId());
  }
}
