package vn.eid.mock.state;

/**
 * A refresh token of a login (RFC 6749, section 6).
 *
 * @param jkt the thumbprint of the DPoP key that must use it
 */
public record RefreshToken(String value, Session session, LoginTerms terms, String jkt) {

  /** Masked: a log must not hold a token. */
  @Override
  public String toString() {
    return "RefreshToken[" + session.clientId() + "]";
  }
}
