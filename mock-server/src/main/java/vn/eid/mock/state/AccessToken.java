package vn.eid.mock.state;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An access token that the mock issued, bound to one DPoP key.
 *
 * @param jkt the SHA-256 thumbprint of the key (RFC 9449, section 6)
 * @param session the login that it was issued for; empty for a client's own token
 * @param dataGrant what the token was asked for with {@code authorization_details}
 */
public record AccessToken(
    String value,
    String clientId,
    String jkt,
    Set<String> scopes,
    Optional<Session> session,
    Optional<DataGrant> dataGrant,
    AskedClaims claims,
    Instant expiresAt) {

  /** Masked: a log must not hold a token. */
  @Override
  public String toString() {
    return "AccessToken[" + clientId + " " + scopes + "]";
  }
}
