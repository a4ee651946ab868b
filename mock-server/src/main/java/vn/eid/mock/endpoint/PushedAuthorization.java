package vn.eid.mock.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.mock.Fault;
import vn.eid.mock.state.AuthorizationRequest;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.Logins;
import vn.eid.mock.state.MockState;

/** Takes a login request from the client's back end: RFC 9126. */
final class PushedAuthorization implements Endpoint {
  private static final String CORE = "OpenID Connect Core, section ";
  private static final String FAPI = "FAPI 2.0 Security Profile, section ";

  static final Checklist<PushedCase> RULES =
      Checklist.<PushedCase>named("pushed")
          .rule("no_request_uri", "RFC 9126, section 2.1", PushedCase::refuseRequestUri)
          .rule("no_request", "RFC 9101, section 6.1", PushedCase::refuseRequestObject)
          .rule("response_type", FAPI + "5.3.2.2", PushedCase::requireCode)
          .rule("response_mode", CORE + "3.1.2.1", PushedCase::requireQuery)
          .rule("max_age", CORE + "3.1.2.1", PushedCase::requireMaxAge)
          .rule("scope", CORE + "3.1.2.1", PushedCase::requireScopes)
          .rule("prompt", CORE + "3.1.2.1", PushedCase::requirePrompts)
          .rule("redirect_uri", "RFC 9700, section 2.1", PushedCase::requireRedirectUri)
          .rule("state", "RFC 6749, section 10.12", it -> it.requireBounded("state"))
          .rule("nonce", CORE + "15.5.2", it -> it.requireBounded("nonce"))
          .rule("method", "RFC 7636, section 4.3", it -> Pkce.requireMethod(it.form()))
          .rule("challenge", "RFC 7636, section 4.2", it -> Pkce.requireChallenge(it.form()))
          .rule("thumbprint", "RFC 9449, section 10", PushedCase::requireThumbprint)
          .rule("same_key", "RFC 9449, section 10.1", PushedCase::requireSameKey)
          .rule("levels", CORE + "5.5.1.1", PushedCase::requireLevels)
          .rule("claims", CORE + "5.5", PushedCase::requireClaims);

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
    return Reply.json(201, members(request));
  }

  private Map<String, Object> members(AuthorizationRequest request) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (!state.faults().fires(Fault.PAR_RESPONSE_WITHOUT_REQUEST_URI)) {
      members.put("request_uri", request.requestUri());
    }
    boolean expired = state.faults().fires(Fault.PAR_RESPONSE_EXPIRED);
    members.put("expires_in", expired ? 0 : Logins.REQUEST_LIFE.toSeconds());
    return members;
  }

  private AuthorizationRequest request(Client client, Exchange exchange) {
    PushedCase it = new PushedCase(client, exchange, proofs);
    try {
      RULES.examine(it, exchange.examination());
    } catch (JwsException e) {
      throw new IllegalStateException("None of these rules is about a signed token.", e);
    }
    return it.request();
  }
}
