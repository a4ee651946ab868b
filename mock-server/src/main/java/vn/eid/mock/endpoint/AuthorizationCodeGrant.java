package vn.eid.mock.endpoint;

import java.util.Map;
import vn.eid.mock.state.AuthorizationCode;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.MockState;

/** A code for an access token and an id token: RFC 6749, section 4.1.3. */
final class AuthorizationCodeGrant implements TokenGrant {
  private static final String EXCHANGE = "RFC 6749, section 4.1.3";

  static final Checklist<CodeCase> RULES =
      Checklist.<CodeCase>named("code")
          .rule("redirect_uri", EXCHANGE, it -> it.form().required("redirect_uri"))
          .rule("present", EXCHANGE, it -> it.form().required("code"))
          .rule("once", "RFC 6749, section 4.1.2", CodeCase::requireUnused)
          .rule("known", "FAPI 2.0 Security Profile, section 5.3.2.2", CodeCase::requireKnown)
          .rule("same_redirect_uri", EXCHANGE, CodeCase::requireSameRedirectUri)
          .rule("same_key", "RFC 9449, section 10", CodeCase::requireSameKey)
          .rule("verifier", "RFC 7636, section 4.6", CodeCase::requireVerifier);

  private final MockState state;
  private final LoginTokens tokens;

  AuthorizationCodeGrant(MockState state) {
    this.state = state;
    this.tokens = new LoginTokens(state);
  }

  @Override
  public Map<String, Object> tokens(Client client, String jkt, Exchange exchange) {
    CodeCase it = new CodeCase(state, client, jkt, exchange.form());
    try {
      RULES.examine(it, exchange.examination());
    } catch (JwsException e) {
      throw new IllegalStateException("None of these rules is about a signed token.", e);
    }
    AuthorizationCode code = it.code();
    return tokens.first(
        code.session(), code.request().terms(), jkt, Map.of("nonce", code.request().nonce()));
  }
}
