package vn.eid.mock.endpoint;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.eid.mock.state.AccessToken;
import vn.eid.mock.state.AccessTokens;
import vn.eid.mock.state.AuthorizationCode;
import vn.eid.mock.state.AuthorizationRequest;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Secrets;

/** A code for an access token and an id token: RFC 6749, section 4.1.3. */
final class AuthorizationCodeGrant implements TokenGrant {
  private final MockState state;
  private final IdTokens idTokens;

  AuthorizationCodeGrant(MockState state) {
    this.state = state;
    this.idTokens = new IdTokens(state);
  }

  @Override
  public Map<String, Object> tokens(Client client, String jkt, Params form) {
    String redirectUri = form.required("redirect_uri");
    AuthorizationCode code = take(form.required("code"), client);
    requireSameLogin(code.request(), redirectUri, jkt, form);
    AccessToken token = token(code, client, jkt);
    Map<String, Object> members = TokenMembers.of(token);
    idTokens.of(code, token).ifPresent(idToken -> members.put("id_token", idToken));
    state.tokens().issue(token, code.value());
    return members;
  }

  // The code is gone from here on, whatever the checks say: nobody may guess at a verifier twice.
  private AuthorizationCode take(String value, Client client) {
    if (state.codes().usedBy(client.id(), value)) {
      throw used(value);
    }
    // Another client's attempt does not spoil the code for its owner.
    if (state.codes().find(value).filter(code -> isOf(client, code)).isEmpty()) {
      throw missing(client, value);
    }
    return state.codes().take(value).orElseThrow(() -> missing(client, value));
  }

  private static boolean isOf(Client client, AuthorizationCode code) {
    return code.request().clientId().equals(client.id());
  }

  private Refusal missing(Client client, String value) {
    if (state.codes().usedBy(client.id(), value)) {
      return used(value);
    }
    return Refusal.badRequest(
        "invalid_grant", "The code is unknown, older than 60 seconds, or another client's.");
  }

  private Refusal used(String value) {
    // STANDARD: RFC 6749, section 4.1.2: two parties hold the code, so both lose the tokens.
    state.tokens().revokeIssuedFor(value);
    return Refusal.badRequest(
        "invalid_grant",
        "The code was used before; the tokens that were issued for it are revoked.");
  }

  private static void requireSameLogin(
      AuthorizationRequest request, String redirectUri, String jkt, Params form) {
    if (!request.redirectUri().equals(redirectUri)) {
      throw Refusal.badRequest(
          "invalid_grant", "The redirect_uri is not the one of the pushed request.");
    }
    // STANDARD: RFC 9449, section 10: a stolen code is of no use without the key.
    if (!request.dpopJkt().equals(jkt)) {
      throw Refusal.badRequest(
          "invalid_grant", "The DPoP proof is of another key than dpop_jkt named in the request.");
    }
    Pkce.verify(form, request.codeChallenge());
  }

  private AccessToken token(AuthorizationCode code, Client client, String jkt) {
    return new AccessToken(
        Secrets.random(),
        client.id(),
        jkt,
        Set.of("openid"),
        Optional.of(code.citizenId()),
        Optional.empty(),
        code.request().claims(),
        state.clock().instant().plus(AccessTokens.LIFE));
  }
}
