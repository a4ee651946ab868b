package vn.eid.mock.endpoint;

import java.util.Optional;
import vn.eid.mock.state.AccessToken;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.RefreshToken;

/** {@code POST /revocation}: a client gives a token up: RFC 7009. */
final class Revocation implements Endpoint {
  private final MockState state;
  private final ClientAuthentication clients;

  Revocation(MockState state) {
    this.state = state;
    this.clients = new ClientAuthentication(state);
  }

  // STANDARD: RFC 7009, section 2.2: a token that is unknown is as good as revoked. The hint only
  // says where to look first (section 2.1); both places are looked at anyway.
  @Override
  public Reply answer(Exchange exchange) {
    Client client = clients.authenticate(exchange);
    String value = exchange.form().required("token");
    Optional<RefreshToken> refresh = state.refreshTokens().find(value);
    Optional<AccessToken> access = state.tokens().find(value);
    refresh.ifPresent(token -> requireOwn(client, token.session().clientId()));
    access.ifPresent(token -> requireOwn(client, token.clientId()));
    // STANDARD: section 2.1: with a refresh token its access tokens end.
    refresh.ifPresent(token -> state.sessions().revokeTokens(token.session()));
    access.ifPresent(state.tokens()::end);
    return Reply.typed(200, "application/json", new byte[0]).with("Cache-Control", "no-store");
  }

  private static void requireOwn(Client client, String owner) {
    if (!owner.equals(client.id())) {
      throw Refusal.badRequest("invalid_grant", "The token was issued to another client.");
    }
  }
}
