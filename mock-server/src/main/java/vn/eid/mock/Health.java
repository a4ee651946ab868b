package vn.eid.mock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;

/**
 * {@code GET /healthz}, for whoever waits for the server: 200 as soon as requests are answered. It
 * is for everybody, shows nothing, and is not recorded.
 */
final class Health {
  private static final String PATH = "/healthz";

  static final ResponseDefinition UP =
      new ResponseDefinitionBuilder()
          .withStatus(200)
          .withHeader("Content-Type", "application/json")
          .withHeader("Cache-Control", "no-store")
          .withBody("{\"status\":\"up\"}")
          .build();

  private Health() {}

  static boolean isAsked(Request request) {
    return request.getUrl().equals(PATH)
        && request.getMethod().isOneOf(RequestMethod.GET, RequestMethod.HEAD);
  }
}
