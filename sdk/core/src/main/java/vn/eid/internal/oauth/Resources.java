package vn.eid.internal.oauth;

import vn.eid.internal.Operation;
import vn.eid.internal.http.Wire;
import vn.eid.internal.http.WireRequest;
import vn.eid.internal.http.WireResponse;
import vn.eid.internal.jose.SigningKey;

/** Calls to the national services with the application's own token. */
public final class Resources {
  private final Wire wire;
  private final AccessTokens tokens;

  public Resources(Wire wire, AccessTokens tokens) {
    this.wire = wire;
    this.tokens = tokens;
  }

  /** The key that the application's own tokens are bound to. */
  public SigningKey key() {
    return tokens.key();
  }

  /** Has the provider admit this application to a scope, before anything is sent there. */
  public void admit(Operation operation, String scope) {
    String unused = tokens.forScope(operation, scope);
  }

  /**
   * Sends with a token of a scope. A 401 means that nothing was done and the token is no longer
   * good (RFC 6750, section 3.1), so the request goes out once more with a fresh one.
   */
  public WireResponse send(Operation operation, String scope, WireRequest request) {
    String token = tokens.forScope(operation, scope);
    WireResponse response = wire.send(request.withToken(token, tokens.key()));
    if (response.status() != 401) {
      return response;
    }
    tokens.forget(scope, token);
    return wire.send(request.withToken(tokens.forScope(operation, scope), tokens.key()));
  }
}
