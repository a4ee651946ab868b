package vn.eid.mock.state;

import java.util.Optional;

/**
 * What a client pushed for one login (RFC 9126), after every check.
 *
 * @param codeChallenge the S256 challenge (RFC 7636)
 * @param silent whether no page may be shown ({@code prompt=none})
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
    Optional<String> uiLocales,
    boolean silent,
    LoginTerms terms) {

  /** Masked: state and nonce are secrets of the login. */
  @Override
  public String toString() {
    return "AuthorizationRequest[" + clientId + "]";
  }
}
