package vn.eid.mock.endpoint;

import java.util.regex.Pattern;

/**
 * Proof Key for Code Exchange (RFC 7636), S256 only (FAPI 2.0 Security Profile, section 5.3.2.2).
 */
final class Pkce {
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  private Pkce() {}

  static void requireMethod(Params form) {
    String method = form.one("code_challenge_method").orElse("");
    if (method.isEmpty()) {
      throw Refusal.badRequest(
              "invalid_request",
              "The parameter code_challenge_method is missing, which would mean plain; send S256.")
          .comparing("S256", "nothing");
    }
    if (!method.equals("S256")) {
      throw Refusal.badRequest(
              "invalid_request",
              "The code_challenge_method is " + Quoted.of(method) + "; only S256 is safe.")
          .comparing("S256", method);
    }
  }

  /** The challenge of a pushed request must be one that S256 makes. */
  static void requireChallenge(Params form) {
    String challenge = form.required("code_challenge");
    if (!CHALLENGE.matcher(challenge).matches()) {
      throw Refusal.badRequest(
              "invalid_request", "The code_challenge is not a SHA-256 hash in base64url.")
          .comparing("43 characters of base64url", challenge.length() + " characters");
    }
  }

  static void verify(Params form, String challenge) {
    String verifier = form.required("code_verifier");
    if (!VERIFIER.matcher(verifier).matches() || !Hashes.sha256(verifier).equals(challenge)) {
      throw Refusal.badRequest(
              "invalid_grant",
              "The code_verifier does not belong to the code_challenge of this login.")
          .comparing(
              "a verifier whose SHA-256 hash is " + challenge,
              "one of "
                  + verifier.length()
                  + " characters whose hash is "
                  + Hashes.sha256(verifier));
    }
  }
}
