package vn.eid.login;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import vn.eid.internal.jose.Crypto;
import vn.eid.internal.jose.PossessionKey;
import vn.eid.internal.json.Fields;
import vn.eid.internal.oauth.SecretValues;

/**
 * What must be remembered between start and finish. Holds secrets, so it prints nothing.
 *
 * @param possession the key of this login alone: a token stolen from it is worth nothing
 */
record PendingLogin(
    URI callback,
    LoginTerms terms,
    String nonce,
    String codeVerifier,
    PossessionKey possession,
    Instant finishBy) {

  static PendingLogin of(LoginRequest request, Instant finishBy, Crypto crypto) {
    return new PendingLogin(
        request.callback(),
        request.terms(),
        SecretValues.token(),
        SecretValues.token(),
        PossessionKey.fresh(crypto),
        finishBy);
  }

  /** To be sealed at once. */
  Map<String, Object> content() {
    return Map.of(
        "callback", callback.toString(),
        "terms", StoredTerms.of(terms),
        "nonce", nonce,
        "code_verifier", codeVerifier,
        "key", possession.secretJson(),
        "finish_by", finishBy.toString());
  }

  static PendingLogin read(Fields content, Crypto crypto) {
    return new PendingLogin(
        URI.create(content.requiredText("callback")),
        StoredTerms.read(content.object("terms").orElseThrow()),
        content.requiredText("nonce"),
        content.requiredText("code_verifier"),
        PossessionKey.of(content.requiredText("key"), crypto),
        content.requiredInstant("finish_by"));
  }

  @Override
  public String toString() {
    return "PendingLogin[…]";
  }
}
