package vn.eid.mock.endpoint;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.eid.mock.state.AccessToken;
import vn.eid.mock.state.AccessTokens;
import vn.eid.mock.state.AskedClaims;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Secrets;

/** A client's own token for one of the registries: RFC 6749, section 4.4. */
final class ScopeGrant implements TokenGrant {
  private static final Set<String> SCOPES =
      Set.of("consent", "tax_link", "population_check", "events");

  private final MockState state;

  ScopeGrant(MockState state) {
    this.state = state;
  }

  @Override
  public Map<String, Object> tokens(Client client, String jkt, Exchange exchange) {
    Params form = exchange.form();
    String scope = form.one("scope").orElse("");
    // ASSUMED: one token, one system; a token for both would reach further if it were stolen.
    if (!SCOPES.contains(scope)) {
      throw Refusal.badRequest(
          "invalid_scope",
          "The scope is "
              + Quoted.of(scope)
              + "; ask for consent, tax_link, population_check or events, one at a time.");
    }
    AccessToken token =
        new AccessToken(
            Secrets.random(),
            client.id(),
            jkt,
            Set.of(scope),
            Optional.empty(),
            Optional.empty(),
            AskedClaims.NONE,
            state.clock().instant().plus(AccessTokens.LIFE));
    state.tokens().issue(token);
    return TokenMembers.of(token);
  }
}
