package vn.eid.mock.fault;

import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** A key of the provider's for RS256, which FAPI 2.0, section 5.4.1, forbids. */
final class RsaKey {
  private static final String ID = "login-rsa";

  // The holder makes it when the first one asks, because it takes a while.
  private static final class Made {
    static final RsaJsonWebKey KEY = generate();
  }

  private RsaKey() {}

  static String sign(Map<String, Object> claims) {
    try {
      JsonWebSignature jws = new JsonWebSignature();
      jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
      jws.setHeader("kid", ID);
      jws.setHeader("typ", "JWT");
      jws.setKey(Made.KEY.getPrivateKey());
      jws.setPayload(JsonUtil.toJson(claims));
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("The mock could not sign.", e);
    }
  }

  static Map<String, Object> publicJwk() {
    return Made.KEY.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }

  private static RsaJsonWebKey generate() {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId(ID);
      key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
      key.setUse("sig");
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException("This Java has no RSA.", e);
    }
  }
}
