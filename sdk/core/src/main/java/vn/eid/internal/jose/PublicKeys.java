package vn.eid.internal.jose;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/** Reads a JSON Web Key Set (RFC 7517, section 5). */
public final class PublicKeys {
  private static final Logger LOG = LoggerFactory.getLogger("vn.eid.jose");
  private static final int MAX_KEYS = 100;

  private PublicKeys() {}

  /** The keys of a set. A key of an unknown type is passed over; a set without keys is refused. */
  public static List<JWK> of(Operation operation, Fields document) {
    List<JWK> keys = new ArrayList<>();
    for (Fields key : document.objects("keys")) {
      try {
        keys.add(JWK.parse(key.json()));
      } catch (ParseException | RuntimeException e) {
        // Also RuntimeException: the library trips over some malformed keys.
        LOG.debug("A key of the key set is of a type that this SDK does not know.");
      }
    }
    if (keys.isEmpty() || keys.size() > MAX_KEYS) {
      throw operation.untrusted(Check.FORMAT, "The key set has no key that can be used.");
    }
    // A private key that slipped into a public document must not travel further.
    return new JWKSet(keys).toPublicJWKSet().getKeys();
  }
}
