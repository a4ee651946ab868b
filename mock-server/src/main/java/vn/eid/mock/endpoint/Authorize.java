package vn.eid.mock.endpoint;

import java.util.Map;
import java.util.Optional;
import vn.eid.mock.page.Language;
import vn.eid.mock.page.Page;
import vn.eid.mock.state.AuthorizationRequest;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.Decision;
import vn.eid.mock.state.Logins.OpenPage;
import vn.eid.mock.state.MockState;

/**
 * Where the application sends the browser: with a pushed request, and with nothing else (FAPI 2.0
 * Security Profile, section 5.3.2.2). Without a good one there is no redirect URI to trust, so
 * every refusal is a page.
 */
final class Authorize implements Endpoint {
  private final MockState state;
  private final Callback callback;

  Authorize(MockState state) {
    this.state = state;
    this.callback = new Callback(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    AuthorizationRequest request = request(exchange);
    Language language =
        request.uiLocales().flatMap(Language::firstNamed).orElseGet(() -> Pages.language(exchange));
    if (request.silent()) {
      throw loginRequired(exchange, request);
    }
    if (!state.interactive()) {
      return decided(exchange, request, language);
    }
    String login = state.logins().open(new OpenPage(request, Optional.empty()));
    return LoginPages.show(state, login, language);
  }

  private AuthorizationRequest request(Exchange exchange) {
    Optional<String> requestUri = exchange.query().one("request_uri");
    if (requestUri.isEmpty()) {
      throw Refusal.badRequest(
          "plain_request", "There is no request_uri; push the request to the PAR endpoint first.");
    }
    String clientId = exchange.query().required("client_id");
    // STANDARD: RFC 9126, section 4: a request_uri is bound to the client that pushed it.
    return state
        .logins()
        .find(requestUri.get())
        .filter(request -> request.clientId().equals(clientId))
        .orElseThrow(Authorize::unknown);
  }

  // STANDARD: OpenID Connect Core, section 3.1.2.6. ASSUMED: the provider keeps no session in the
  // browser, so nobody is ever logged in without a page.
  private Refusal loginRequired(Exchange exchange, AuthorizationRequest request) {
    if (!state.logins().finish(request)) {
      throw unknown();
    }
    return callback.refusal(
        exchange,
        request,
        "login_required",
        "The prompt is none, and nobody is logged in here without a page.");
  }

  private Reply decided(Exchange exchange, AuthorizationRequest request, Language language) {
    Citizen citizen = state.atBrowser();
    Decision decision = citizen.nextDecision();
    if (decision == Decision.IGNORE && !citizen.locked()) {
      return Pages.reply(
          language,
          200,
          new Page("message.jte", Map.of("title", "waiting.title", "text", "waiting.text")));
    }
    // Of two browsers that race with one request, one gets a code.
    if (!state.logins().finish(request)) {
      throw unknown();
    }
    if (citizen.locked()) {
      throw callback.locked(exchange, request);
    }
    return decision == Decision.APPROVE
        ? callback.approved(exchange, request, citizen)
        : callback.declined(request);
  }

  private static Refusal unknown() {
    return Refusal.badRequest(
        "request_uri_unknown",
        "The request_uri is unknown, expired, used already or another client's; push a new request.");
  }
}
