package vn.eid.login;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.internal.jose.Hashes;

/** The messages of the authorization code flow, as form parameters. */
final class AuthorizationRequest {
  private AuthorizationRequest() {}

  /** The request that is pushed (RFC 9126, section 2.1). */
  static Map<String, String> parameters(String clientId, String state, PendingLogin login) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("response_type", "code");
    form.put("client_id", clientId);
    form.put("redirect_uri", login.callback().toString());
    form.put("state", state);
    form.put("nonce", login.nonce());
    form.put("code_challenge", challenge(login.codeVerifier()));
    form.put("code_challenge_method", "S256");
    // Binds the code itself to this login's key (RFC 9449, section 10): a stolen code buys nothing.
    form.put("dpop_jkt", login.possession().signing().thumbprint());
    form.putAll(login.terms().parameters());
    return form;
  }

  /** The exchange of the code (RFC 6749, section 4.1.3; RFC 7636, section 4.5). */
  static Map<String, String> exchange(String code, PendingLogin login) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", login.callback().toString());
    form.put("code_verifier", login.codeVerifier());
    return form;
  }

  private static String challenge(String verifier) {
    return Hashes.sha256(verifier.getBytes(StandardCharsets.US_ASCII));
  }
}
