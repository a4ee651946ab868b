package vn.eid.mock;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A JWS before it is signed: a test changes one thing in a good one. */
final class Draft {
  private final Map<String, Object> header = new LinkedHashMap<>();
  private final Map<String, Object> claims = new LinkedHashMap<>();
  private Key key;

  Draft(Key key) {
    this.key = key;
    header("alg", "ES256");
  }

  static EllipticCurveJsonWebKey newKey() {
    try {
      return EcJwkGenerator.generateJwk(EllipticCurves.P256);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  Draft header(String name, Object value) {
    header.put(name, value);
    return this;
  }

  Draft withoutHeader(String name) {
    header.remove(name);
    return this;
  }

  Draft claim(String name, Object value) {
    claims.put(name, value);
    return this;
  }

  Draft without(String name) {
    claims.remove(name);
    return this;
  }

  Draft key(Key other) {
    this.key = other;
    return this;
  }

  String sign() {
    if ("none".equals(header.get("alg"))) {
      return part(header) + "." + part(claims) + ".";
    }
    try {
      JsonWebSignature jws = new JsonWebSignature();
      jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
      header.forEach(jws::setHeader);
      jws.setKnownCriticalHeaders("exp");
      jws.setKey(key);
      jws.setDoKeyValidation(false);
      jws.setPayload(JsonUtil.toJson(claims));
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String part(Map<String, Object> json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(JsonUtil.toJson(json).getBytes(StandardCharsets.UTF_8));
  }
}
