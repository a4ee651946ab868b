package vn.eid.mock.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.mock.state.AccessToken;
import vn.eid.mock.state.AccessTokens;

/** What every token response says: RFC 6749, section 5.1, and RFC 9449, section 5. */
final class TokenMembers {
  private TokenMembers() {}

  static Map<String, Object> of(AccessToken token) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("access_token", token.value());
    members.put("token_type", "DPoP");
    members.put("expires_in", AccessTokens.LIFE.toSeconds());
    if (!token.scopes().isEmpty()) {
      members.put("scope", String.join(" ", token.scopes()));
    }
    return members;
  }
}
