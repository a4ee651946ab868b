package vn.eid.mock.endpoint;

import java.util.Optional;
import vn.eid.mock.state.AccessToken;
import vn.eid.mock.state.MockState;

/**
 * Lets a request through to a resource if its access token and its DPoP proof are good: RFC 9449,
 * section 7.
 */
public final class ResourceGuard {
  private static final String ALGS = "algs=\"ES256 PS256\"";

  private final MockState state;
  private final DpopProofs proofs;

  public ResourceGuard(MockState state) {
    this.state = state;
    this.proofs = new DpopProofs(state);
  }

  /**
   * The token of a request that may pass.
   *
   * @throws Refusal 401 with {@code WWW-Authenticate: DPoP}
   */
  public AccessToken require(Exchange exchange) {
    String value = tokenValue(exchange);
    AccessToken token = state.tokens().find(value).orElseThrow(() -> unknownToken());
    if (!state.clock().instant().isBefore(token.expiresAt())) {
      throw expired();
    }
    if (!thumbprint(exchange, value).equals(token.jkt())) {
      throw invalidToken("The access token is bound to another key than the DPoP proof's.");
    }
    return token;
  }

  /**
   * The same, for a resource that needs a scope.
   *
   * @throws Refusal 401, or 403 {@code insufficient_scope}
   */
  public AccessToken requireScope(Exchange exchange, String scope) {
    AccessToken token = require(exchange);
    if (!token.scopes().contains(scope)) {
      String sentence = "The access token lacks the scope " + scope + ".";
      throw Refusal.of(403, "insufficient_scope", sentence)
          .header("WWW-Authenticate", challenge("insufficient_scope", sentence));
    }
    return token;
  }

  private static String tokenValue(Exchange exchange) {
    Optional<String> header = exchange.header("Authorization");
    if (header.isEmpty()) {
      // STANDARD: RFC 6750, section 3.1: no error code where no token came.
      throw Refusal.of(401, "invalid_token", "The request has no access token.")
          .header("WWW-Authenticate", "DPoP " + ALGS);
    }
    // STANDARD: RFC 9449, section 7.2: a bound token that is sent as a Bearer token must be
    // refused.
    if (!header.get().regionMatches(true, 0, "DPoP ", 0, 5)) {
      throw invalidToken("The Authorization scheme must be DPoP; a Bearer token could be stolen.");
    }
    return header.get().substring(5).strip();
  }

  private String thumbprint(Exchange exchange, String token) {
    try {
      return proofs.check(exchange, Optional.of(token));
    } catch (Refusal refusal) {
      throw unauthorized(refusal.code(), refusal.sentence());
    }
  }

  static Refusal expired() {
    return invalidToken("The access token has expired; ask for a new one.");
  }

  private static Refusal unknownToken() {
    return invalidToken("The access token is not known here, was revoked, or its session is over.");
  }

  private static Refusal invalidToken(String sentence) {
    return unauthorized("invalid_token", sentence);
  }

  private static Refusal unauthorized(String code, String sentence) {
    return Refusal.of(401, code, sentence).header("WWW-Authenticate", challenge(code, sentence));
  }

  static String challenge(String code, String sentence) {
    return "DPoP error=\"" + code + "\", error_description=\"" + sentence + "\", " + ALGS;
  }
}
