package vn.eid.mock.fault;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import vn.eid.mock.state.SigningKey;

/** Tokens that nobody should believe. */
public final class Tampering {
  private Tampering() {}

  /** The same token with one bit of its signature changed. */
  public static String brokenSignature(String jws) {
    int dot = jws.lastIndexOf('.');
    byte[] signature = Base64.getUrlDecoder().decode(jws.substring(dot + 1));
    signature[signature.length - 1] ^= 1;
    return jws.substring(0, dot + 1) + base64url(signature);
  }

  /** A token of algorithm none: three parts, the last one empty. */
  public static String unsigned(Map<String, Object> claims) {
    return unsigned(Map.of("alg", "none"), claims);
  }

  /** The same, with the type that a reader expects: only the algorithm gives it away. */
  public static String unsigned(Map<String, Object> claims, String typ) {
    return unsigned(Map.of("alg", "none", "typ", typ), claims);
  }

  private static String unsigned(Map<String, Object> header, Map<String, Object> claims) {
    return part(header) + "." + part(claims) + ".";
  }

  /** A token whose HS256 secret is the public key that everybody can fetch. */
  public static String symmetric(Map<String, Object> claims, SigningKey key) {
    try {
      JsonWebSignature jws = new JsonWebSignature();
      jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
      jws.setHeader("kid", key.publicKey().getKeyId());
      jws.setKey(new HmacKey(key.publicKey().getKey().getEncoded()));
      jws.setPayload(JsonUtil.toJson(claims));
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("The mock could not sign.", e);
    }
  }

  static String part(Map<String, Object> json) {
    return base64url(JsonUtil.toJson(json).getBytes(StandardCharsets.UTF_8));
  }

  static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
