package vn.eid.internal.oauth;

import java.util.Set;
import vn.eid.EidException;
import vn.eid.internal.Operation;
import vn.eid.internal.http.Problems;
import vn.eid.internal.http.WireResponse;
import vn.eid.internal.json.Fields;

/**
 * A refusal by an OAuth endpoint (RFC 6749, section 5.2) as the exception that says who must act.
 */
final class OAuthErrors {
  private static final Set<String> PASSING = Set.of("temporarily_unavailable", "server_error");

  private OAuthErrors() {}

  static EidException of(Operation operation, WireResponse response) {
    Fields error = response.json("The provider's error answer");
    return of(operation, error.text("error").filter(Problems::isName).orElse("unknown_error"));
  }

  static EidException of(Operation operation, String code) {
    if (PASSING.contains(code)) {
      return operation.unavailable(false, "The provider is out of order (" + code + ").");
    }
    return operation.rejected(code, advice(code));
  }

  private static String advice(String code) {
    return switch (code) {
      case "invalid_client" ->
          "The provider does not accept this client's signature (invalid_client). Check the client"
              + " id, that the public key is registered under this key id, the issuer, and this"
              + " server's clock.";
      case "invalid_dpop_proof" ->
          "The provider does not accept the proof of possession (invalid_dpop_proof). Check this"
              + " server's clock.";
      case "invalid_scope", "unauthorized_client" ->
          "The provider does not grant this client what it asks for ("
              + code
              + "). Check its"
              + " rights with the authority.";
      default ->
          "The provider refuses the request ("
              + code
              + "). Check the registration: redirect URIs, keys, rights, algorithms.";
    };
  }
}
