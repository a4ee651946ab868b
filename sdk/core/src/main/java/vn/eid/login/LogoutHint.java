package vn.eid.login;

import java.util.Optional;
import java.util.Set;
import vn.eid.internal.jose.EncryptedDocument;
import vn.eid.internal.json.Fields;

/**
 * The id token as the hint of a logout (OpenID Connect RP-Initiated Logout 1.0, section 2). It
 * travels in an address, which browsers and proxies keep, so one that tells more about the citizen
 * than the pseudonym is no hint: the session's id has to do.
 */
final class LogoutHint {
  private static final int MAX_LENGTH = 4096;
  private static final Set<String> IMPERSONAL =
      Set.of(
          "iss",
          "sub",
          "aud",
          "exp",
          "iat",
          "nbf",
          "jti",
          "nonce",
          "acr",
          "amr",
          "azp",
          "typ",
          "auth_time",
          "at_hash",
          "c_hash",
          "s_hash",
          "sid",
          "account_level",
          "urn:openid:params:jwt:claim:auth_req_id");

  private LogoutHint() {}

  static Optional<String> of(String idToken, Fields claims) {
    return Optional.of(idToken)
        .filter(token -> token.length() <= MAX_LENGTH)
        // One that was encrypted to this application could not be read by the provider.
        .filter(token -> !EncryptedDocument.isForm(token))
        .filter(token -> IMPERSONAL.containsAll(claims.names()));
  }
}
