package vn.eid.mock.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * Reads the key set that an application is registered with: RFC 7517, section 5. The sentences that
 * say what is wrong quote nothing, in case that a private key was handed in.
 */
public final class RegisteredKeys {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RegisteredKeys() {}

  /**
   * Public keys only, each with a key id of its own.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static JsonWebKeySet parse(String publicJwks) {
    List<PublicJsonWebKey> keys = new ArrayList<>();
    Set<String> kids = new HashSet<>();
    for (JsonNode node : nodes(publicJwks)) {
      PublicJsonWebKey key = key(node);
      if (key.getKeyId() == null || !kids.add(key.getKeyId())) {
        throw new IllegalArgumentException("Each key of the key set needs a kid of its own.");
      }
      keys.add(key);
    }
    return new JsonWebKeySet(keys);
  }

  private static JsonNode nodes(String publicJwks) {
    try {
      JsonNode keys = JSON.readTree(publicJwks).path("keys");
      if (keys.isArray() && !keys.isEmpty()) {
        return keys;
      }
    } catch (JsonProcessingException e) {
      // The sentence below says it; Jackson's text would quote the key.
    }
    throw new IllegalArgumentException("The key set is not a JWKS with at least one key.");
  }

  private static PublicJsonWebKey key(JsonNode node) {
    PublicJsonWebKey key;
    try {
      key = PublicJsonWebKey.Factory.newPublicJwk(node.toString());
    } catch (JoseException e) {
      throw new IllegalArgumentException("A key of the key set is not a public EC or RSA key.");
    }
    if (key.getPrivateKey() != null) {
      throw new IllegalArgumentException(
          "A key of the key set is a private one; an authority gets public keys only.");
    }
    return key;
  }
}
