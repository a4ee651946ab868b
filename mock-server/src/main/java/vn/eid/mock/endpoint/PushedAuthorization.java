package vn.eid.mock.endpoint;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.eid.mock.Fault;
import vn.eid.mock.state.AuthorizationRequest;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.LoginTerms;
import vn.eid.mock.state.Logins;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Secrets;

/** Takes a login request from the client's back end: RFC 9126. */
final class PushedAuthorization implements Endpoint {
  private static final Pattern THUMBPRINT = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
  // State and nonce are kept for a minute; no client needs more.
  private static final int LONGEST = 1024;

  private final MockState state;
  private final ClientAuthentication clients;
  private final DpopProofs proofs;

  PushedAuthorization(MockState state) {
    this.state = state;
    this.clients = new ClientAuthentication(state);
    this.proofs = new DpopProofs(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    if (state.faults().fires(Fault.PAR_RESPONSE_HTTP_ERROR_500)) {
      return Reply.json(500, Map.of("error", "server_error"));
    }
    Client client = clients.authenticate(exchange);
    AuthorizationRequest request = request(client, exchange);
    state.logins().push(request);
    return Reply.json(
        201,
        Map.of("request_uri", request.requestUri(), "expires_in", Logins.REQUEST_LIFE.toSeconds()));
  }

  private AuthorizationRequest request(Client client, Exchange exchange) {
    Params form = exchange.form();
    requireCodeFlow(form);
    requireMaxAge(form);
    Set<String> scopes = LoginScopes.parse(form);
    Set<String> prompts = LoginScopes.prompts(form);
    return new AuthorizationRequest(
        "urn:ietf:params:oauth:request_uri:" + Secrets.random(),
        client.id(),
        redirectUri(form, client),
        // ASSUMED: state and nonce are optional in the standards; the national profile needs both.
        bounded(form, "state"),
        bounded(form, "nonce"),
        Pkce.challenge(form),
        thumbprint(exchange),
        form.one("ui_locales"),
        prompts.contains("none"),
        new LoginTerms(
            LoginScopes.granted(scopes, prompts), Acr.parse(form), ClaimsParameter.parse(form)));
  }

  private static void requireCodeFlow(Params form) {
    // STANDARD: RFC 9126, section 2.1.
    if (form.one("request_uri").isPresent()) {
      throw Refusal.badRequest("invalid_request", "A pushed request must not hold a request_uri.");
    }
    if (form.one("request").isPresent()) {
      throw Refusal.badRequest(
          "request_not_supported",
          "Request objects are not taken; push the parameters themselves.");
    }
    String type = form.required("response_type");
    if (!type.equals("code")) {
      throw Refusal.badRequest(
          "unsupported_response_type",
          "The response_type is " + Quoted.of(type) + "; ask for code.");
    }
    if (form.one("response_mode").filter(mode -> !mode.equals("query")).isPresent()) {
      throw Refusal.badRequest("invalid_request", "The only response_mode is query.");
    }
  }

  // The mock asks the citizen at every login, so that every max_age is kept.
  private static void requireMaxAge(Params form) {
    if (form.one("max_age").filter(age -> !SECONDS.matcher(age).matches()).isPresent()) {
      throw Refusal.badRequest("invalid_request", "The max_age is not a number of seconds.");
    }
  }

  // STANDARD: RFC 9700, section 2.1: compared as strings, without normalization.
  private static String redirectUri(Params form, Client client) {
    String uri = form.required("redirect_uri");
    if (!client.redirectUris().contains(uri)) {
      throw Refusal.badRequest(
          "invalid_request",
          "The redirect_uri "
              + Quoted.of(uri)
              + " is not registered; it must be equal in every character.");
    }
    return uri;
  }

  private static String bounded(Params form, String name) {
    String value = form.required(name);
    if (value.length() > LONGEST) {
      throw Refusal.badRequest(
          "invalid_request", "The parameter " + name + " is longer than 1024 characters.");
    }
    return value;
  }

  // STANDARD: RFC 9449, section 10 and 10.1. ASSUMED: dpop_jkt is required here.
  private String thumbprint(Exchange exchange) {
    String thumbprint = exchange.form().required("dpop_jkt");
    if (!THUMBPRINT.matcher(thumbprint).matches()) {
      throw Refusal.badRequest(
          "invalid_request", "The dpop_jkt is not a SHA-256 thumbprint in base64url.");
    }
    if (exchange.header("DPoP").isPresent() && !proofs.check(exchange).equals(thumbprint)) {
      throw Refusal.badRequest(
          "invalid_dpop_proof", "The DPoP proof is of another key than dpop_jkt names.");
    }
    return thumbprint;
  }
}
