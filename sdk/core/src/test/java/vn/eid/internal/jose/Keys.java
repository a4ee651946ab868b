package vn.eid.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.Provider;
import java.text.ParseException;
import vn.eid.ChosenCrypto;
import vn.eid.ClientKey;

/** Client keys for tests. */
public final class Keys {
  private static final RSAKey RSA = makeRsa();

  private Keys() {}

  /** The same key in all tests: to make one takes longer than most of them. */
  static RSAKey rsa() {
    return RSA;
  }

  /** A provider that names an implementation which is not there. */
  public static Crypto failing() {
    Provider provider = new Provider("failing", "1", "Fails.") {};
    provider.put("Signature.SHA256withECDSA", "missing.Signature");
    provider.put("KeyFactory.EC", "missing.KeyFactory");
    return Crypto.by(provider).orElseThrow();
  }

  private static RSAKey makeRsa() {
    try {
      return new RSAKeyGenerator(2048).keyID("rsa").generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

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
      return OwnKey.inMemory(JWK.parse(jwk)).signing(ChosenCrypto.crypto()).orElseThrow();
    } catch (ParseException | JOSEException e) {
      throw new AssertionError(e);
    }
  }
}
