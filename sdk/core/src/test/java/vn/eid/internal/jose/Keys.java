package vn.eid.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import vn.eid.ClientKey;

/** Client keys for tests. */
public final class Keys {
  private Keys() {}

  public static String freshJwk() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate().toJSONString();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  public static ClientKey fresh() {
    return ClientKey.fromJwk(freshJwk());
  }

  /** What the client makes of the same text. */
  public static SigningKey signing(String jwk) {
    try {
      return OwnKey.inMemory(JWK.parse(jwk)).signing().orElseThrow();
    } catch (ParseException | JOSEException e) {
      throw new AssertionError(e);
    }
  }
}
