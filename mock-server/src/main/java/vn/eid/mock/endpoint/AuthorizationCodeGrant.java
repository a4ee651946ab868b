package vn.eid.mock.endpoint;

import java.util.Map;
import java.util.Optional;
import vn.eid.mock.state.AuthorizationCode;
import vn.eid.mock.state.AuthorizationRequest;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.MockState;

/** A code for an access token and an id token: RFC 6749, section 4.1.3. */
final class AuthorizationCodeGrant implements TokenGrant {
  private final MockState state;
  private final LoginTokens tokens;

  AuthorizationCodeGrant(MockState state) {
    this.state = state;
    this.tokens = new LoginTokens(state);
  }

  @Override
  public Map<String, Object> tokens(Client client, String jkt, Params form) {
    String redirectUri = form.required("redirect_uri");
    AuthorizationCode code = take(form.required("code"), client);
    AuthorizationRequest request = code.request();
    requireSameLogin(request, redirectUri, jkt, form);
    return tokens.first(code.session(), request.terms(), jkt, Map.of("nonce", request.nonce()));
  }

  // The code is gone from here on, whatever the checks say: nobody may guess at a verifier twice.
  private AuthorizationCode take(String value, Client client) {
    requireUnused(value, client);
    // Another client's attempt does not spoil the code for its owner.
    Optional<AuthorizationCode> own = state.codes().find(value).filter(code -> isOf(client, code));
    return own.flatMap(code -> state.codes().take(value)).orElseThrow(() -> missing(client, value));
  }

  private static boolean isOf(Client client, AuthorizationCode code) {
    return code.request().clientId().equals(client.id());
  }

  private Refusal missing(Client client, String value) {
    requireUnused(value, client);
    return Refusal.badRequest(
        "invalid_grant", "The code is unknown, older than 60 seconds, or another client's.");
  }

  private void requireUnused(String value, Client client) {
    Optional<AuthorizationCode> used = state.codes().usedBy(client.id(), value);
    if (used.isPresent()) {
      // STANDARD: RFC 6749, section 4.1.2: two parties hold the code, so both lose the tokens.
      state.sessions().revokeTokens(used.get().session());
      throw Refusal.badRequest(
          "invalid_grant",
          "The code was used before; the tokens that were issued for it are revoked.");
    }
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
}
