package vn.eid.diagnosis;

import java.util.Locale;
import java.util.Optional;
import vn.eid.EidException;
import vn.eid.internal.http.Problems;
import vn.eid.internal.http.WireResponse;
import vn.eid.internal.json.Fields;

/**
 * What an OAuth endpoint said (RFC 6749, section 5.2), reduced to what may be told.
 *
 * @param code the error code; empty where there is none
 * @param isAboutTheCallback whether its own words name the redirect URI; they are not kept
 * @param hasNonce whether a DPoP nonce came along, so that the server speaks DPoP
 */
record OAuthAnswer(int status, String code, boolean isAboutTheCallback, boolean hasNonce) {

  static OAuthAnswer of(WireResponse response) {
    Optional<Fields> body = body(response);
    return new OAuthAnswer(
        response.status(),
        response.isSuccess() ? "" : text(body, "error").filter(Problems::isName).orElse(""),
        text(body, "error_description")
            .filter(words -> words.toLowerCase(Locale.ROOT).matches("(?s).*redirect[_ ]?uri.*"))
            .isPresent(),
        response.header("DPoP-Nonce").isPresent());
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  boolean isClientRefused() {
    return code.equals("invalid_client") || (status == 401 && code.isEmpty());
  }

  boolean isProofRefused() {
    return code.equals("use_dpop_nonce") || code.equals("invalid_dpop_proof");
  }

  /** Whether nothing but the code was refused: the client had signed in. */
  boolean isCodeRefused() {
    return code.equals("invalid_grant");
  }

  /** For a sentence: the code alone, or the status where there is none. */
  String shown() {
    return code.isEmpty() ? "HTTP " + status : code;
  }

  private static Optional<Fields> body(WireResponse response) {
    try {
      return response.isJson() ? Optional.of(response.json("The answer")) : Optional.empty();
    } catch (EidException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(Optional<Fields> body, String name) {
    try {
      return body.flatMap(fields -> fields.text(name));
    } catch (EidException e) {
      return Optional.empty();
    }
  }
}
