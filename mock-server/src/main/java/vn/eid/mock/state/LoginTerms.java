package vn.eid.mock.state;

import java.util.Set;

/**
 * What a client asks of a login, whichever way the citizen is asked.
 *
 * @param scopes what the tokens will be good for; {@code offline_access} among them means that
 *     there will be a refresh token
 */
public record LoginTerms(Set<String> scopes, AskedLevel level, AskedClaims claims) {
  /** The scope of a login with a refresh token (OpenID Connect Core, section 11). */
  public static final String OFFLINE = "offline_access";

  public boolean refreshable() {
    return scopes.contains(OFFLINE);
  }
}
