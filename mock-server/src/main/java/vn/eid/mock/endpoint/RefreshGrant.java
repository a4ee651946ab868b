package vn.eid.mock.endpoint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.RefreshToken;

/** A refresh token for a new access token: RFC 6749, section 6. */
final class RefreshGrant implements TokenGrant {
  private final MockState state;
  private final LoginTokens tokens;

  RefreshGrant(MockState state) {
    this.state = state;
    this.tokens = new LoginTokens(state);
  }

  @Override
  public Map<String, Object> tokens(Client client, String jkt, Exchange exchange) {
    Params form = exchange.form();
    RefreshToken refresh =
        state
            .refreshTokens()
            .find(form.required("refresh_token"))
            .filter(token -> token.session().clientId().equals(client.id()))
            .orElseThrow(RefreshGrant::unknown);
    // ASSUMED: RFC 9449, section 5, binds a confidential client's refresh token to the client
    // alone; here it is bound to the key as well, so that nothing of a login is good without it.
    if (!refresh.jkt().equals(jkt)) {
      throw Refusal.badRequest(
          "invalid_grant", "The DPoP proof is of another key than the one of the login.");
    }
    return tokens.again(refresh, scopes(form, refresh.terms().scopes()));
  }

  // STANDARD: RFC 6749, section 6: less than was granted, never more.
  private static Set<String> scopes(Params form, Set<String> granted) {
    Set<String> asked =
        form.one("scope")
            .<Set<String>>map(value -> new LinkedHashSet<>(List.of(value.split(" ", -1))))
            .orElse(granted);
    if (!granted.containsAll(asked)) {
      throw Refusal.badRequest("invalid_scope", "The scope is more than the login was granted.");
    }
    return asked;
  }

  private static Refusal unknown() {
    return Refusal.badRequest(
        "invalid_grant",
        "The refresh token is unknown, revoked, older than a day, another client's,"
            + " or its session is over.");
  }
}
