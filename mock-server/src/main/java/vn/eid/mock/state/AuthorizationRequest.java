package vn.eid.mock.state;

import java.util.List;
import java.util.Optional;

/**
 * What a client pushed for one login (RFC 9126), after every check.
 *
 * @param codeChallenge the S256 challenge (RFC 7636)
 * @param dpopJkt the thumbprint of the key that must redeem the code (RFC 9449, section 10)
 */
public record AuthorizationRequest(
    String requestUri,
    String clientId,
    String redirectUri,
    String state,
    String nonce,
    String codeChallenge,
    String dpopJkt,
    List<String> acrValues,
    Optional<String> uiLocales,
    AskedClaims claims) {

  /** Masked: state and nonce are secrets of the login. */
  @Override
  public String toString() {
    return "AuthorizationRequest[" + clientId + "]";
  }
}
