package vn.eid.internal.jose;

import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import vn.eid.UntrustedException;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Json;

/** Public keys that somebody brings to verify with, instead of asking an issuer for them. */
public final class GivenKeys {
  private final List<JWK> all;
  private final KeySet keys;

  private GivenKeys(List<JWK> all) {
    this.all = all;
    this.keys = new KeySet(Clock.systemUTC(), Crypto.JDK, unused -> all);
  }

  /**
   * The keys of a JSON Web Key Set (RFC 7517, section 5).
   *
   * @param field the name of the argument that they are
   * @throws vn.eid.InvalidRequestException where the text is none, or has no key that can be used
   */
  public static GivenKeys of(Operation operation, String field, String keySet) {
    byte[] json = keySet.getBytes(StandardCharsets.UTF_8);
    try {
      return new GivenKeys(PublicKeys.of(operation, Json.object(operation, "The key set", json)));
    } catch (UntrustedException e) {
      throw operation.invalid(field, "Pass a JSON Web Key Set (RFC 7517, section 5) with keys.");
    }
  }

  static GivenKeys of(JWK key) {
    return new GivenKeys(List.of(key));
  }

  /** These and others. */
  public GivenKeys and(GivenKeys others) {
    List<JWK> both = new ArrayList<>(all);
    both.addAll(others.all);
    return new GivenKeys(List.copyOf(both));
  }

  /** The keys to verify with. */
  public KeySet keys() {
    return keys;
  }

  /** Whether one of them has this id. */
  public boolean names(String id) {
    return all.stream().anyMatch(key -> id.equals(key.getKeyID()));
  }
}
