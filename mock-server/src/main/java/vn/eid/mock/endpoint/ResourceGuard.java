package vn.eid.mock.endpoint;

import vn.eid.mock.state.AccessToken;
import vn.eid.mock.state.MockState;

/**
 * Lets a request through to a resource if its access token and its DPoP proof are good: RFC 9449,
 * section 7.
 */
public final class ResourceGuard {
  static final Checklist<BearerCase> RULES =
      Checklist.<BearerCase>named("token")
          .rule("present", "RFC 6750, section 3.1", BearerCase::requireHeader)
          .rule("scheme", "RFC 9449, section 7.2", BearerCase::requireScheme)
          .rule("known", "RFC 6750, section 3.1", BearerCase::requireKnown)
          .rule("expiry", "RFC 6750, section 3.1", BearerCase::requireAlive)
          .rule("proof", "RFC 9449, section 7.1", BearerCase::requireProof)
          .rule("same_key", "RFC 9449, section 7.1", BearerCase::requireSameKey);
  static final Checklist<ScopeCase> SCOPE =
      Checklist.<ScopeCase>named("scope")
          .rule("enough", "RFC 6750, section 3.1", ScopeCase::requireScope);

  private static final String ALGS = "algs=\"ES256 PS256\"";

  private final MockState state;
  private final DpopProofs proofs;

  public ResourceGuard(MockState state) {
    this.state = state;
    this.proofs = new DpopProofs(state);
  }

  private record ScopeCase(AccessToken token, String scope) {
    void requireScope() {
      if (!token.scopes().contains(scope)) {
        String sentence = "The access token lacks the scope " + scope + ".";
        throw Refusal.of(403, "insufficient_scope", sentence)
            .header("WWW-Authenticate", challenge("insufficient_scope", sentence))
            .comparing(scope, String.join(" ", token.scopes()));
      }
    }
  }

  /**
   * The token of a request that may pass.
   *
   * @throws Refusal 401 with {@code WWW-Authenticate: DPoP}
   */
  public AccessToken require(Exchange exchange) {
    BearerCase it = new BearerCase(state, proofs, exchange);
    examine(RULES, it, exchange);
    return it.token();
  }

  /**
   * The same, for a resource that needs a scope.
   *
   * @throws Refusal 401, or 403 {@code insufficient_scope}
   */
  public AccessToken requireScope(Exchange exchange, String scope) {
    AccessToken token = require(exchange);
    examine(SCOPE, new ScopeCase(token, scope), exchange);
    return token;
  }

  private static <S> void examine(Checklist<S> rules, S subject, Exchange exchange) {
    try {
      rules.examine(subject, exchange.examination());
    } catch (JwsException e) {
      throw new IllegalStateException("None of these rules is about a signed token.", e);
    }
  }

  static Refusal noToken() {
    // STANDARD: RFC 6750, section 3.1: no error code where no token came.
    return Refusal.of(401, "invalid_token", "The request has no access token.")
        .header("WWW-Authenticate", "DPoP " + ALGS);
  }

  static Refusal expired() {
    return invalidToken("The access token has expired; ask for a new one.");
  }

  static Refusal invalidToken(String sentence) {
    return unauthorized("invalid_token", sentence);
  }

  static Refusal unauthorized(String code, String sentence) {
    return Refusal.of(401, code, sentence).header("WWW-Authenticate", challenge(code, sentence));
  }

  static String challenge(String code, String sentence) {
    return "DPoP error=\"" + code + "\", error_description=\"" + sentence + "\", " + ALGS;
  }
}
