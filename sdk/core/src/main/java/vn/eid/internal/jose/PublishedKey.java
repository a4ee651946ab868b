package vn.eid.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import java.util.List;
import java.util.Optional;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/**
 * A public key in somebody's key set, as far as a diagnosis looks at it.
 *
 * @param id the key id, where it has one
 * @param thumbprint the SHA-256 thumbprint (RFC 7638), base64url
 * @param isForSigning whether it is not set aside for encryption (RFC 7517, section 4.2)
 * @param isUsable whether a signature with ES256 or PS256 can be checked with it
 */
public record PublishedKey(
    Optional<String> id, String thumbprint, boolean isForSigning, boolean isUsable) {

  /** The keys of a set; of an empty one, none. */
  public static List<PublishedKey> of(Operation operation, Fields document) {
    return document.objects("keys").isEmpty()
        ? List.of()
        : PublicKeys.of(operation, document).stream().map(PublishedKey::of).toList();
  }

  private static PublishedKey of(JWK key) {
    try {
      return new PublishedKey(
          Optional.ofNullable(key.getKeyID()),
          key.computeThumbprint().toString(),
          key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()),
          VerificationKey.of(key, Crypto.JDK).isPresent());
    } catch (JOSEException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java runtime.", e);
    }
  }
}
