package vn.eid.mock.endpoint;

import vn.eid.mock.state.Client;
import vn.eid.mock.state.MockState;

/** The token endpoint: RFC 6749, section 3.2, with DPoP for every token (RFC 9449, section 5). */
final class Token implements Endpoint {
  private final ClientAuthentication clients;
  private final DpopProofs proofs;
  private final TokenGrant authorizationCode;
  private final TokenGrant push;
  private final TokenGrant refresh;
  private final TokenGrant scope;
  private final TokenGrant consentedData;

  Token(MockState state, DataGrants dataGrants) {
    this.clients = new ClientAuthentication(state);
    this.proofs = new DpopProofs(state);
    this.authorizationCode = new AuthorizationCodeGrant(state);
    this.push = new PushGrant(state);
    this.refresh = new RefreshGrant(state);
    this.scope = new ScopeGrant(state);
    this.consentedData = new ConsentedDataGrant(state, dataGrants);
  }

  @Override
  public Reply answer(Exchange exchange) {
    Client client = clients.authenticate(exchange);
    String jkt = proofs.check(exchange);
    TokenGrant grant = grant(exchange.form());
    return Reply.json(200, grant.tokens(client, jkt, exchange));
  }

  private TokenGrant grant(Params form) {
    String type = form.required("grant_type");
    return switch (type) {
      case "authorization_code" -> authorizationCode;
      case PushGrant.TYPE -> push;
      case "refresh_token" -> refresh;
      case "client_credentials" ->
          form.one("authorization_details").isPresent() ? consentedData : scope;
      default ->
          throw Refusal.badRequest(
              "unsupported_grant_type",
              "The grant_type is "
                  + Quoted.of(type)
                  + "; discovery lists the ones that are known.");
    };
  }
}
