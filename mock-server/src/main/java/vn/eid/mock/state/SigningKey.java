package vn.eid.mock.state;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** A signing key pair on P-256, made at start. */
public final class SigningKey {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EllipticCurveJsonWebKey jwk;

  private SigningKey(EllipticCurveJsonWebKey jwk) {
    this.jwk = jwk;
  }

  public static SigningKey generate(String kid) {
    try {
      EllipticCurveJsonWebKey jwk = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      jwk.setKeyId(kid);
      jwk.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
      jwk.setUse("sig");
      return new SigningKey(jwk);
    } catch (JoseException e) {
      throw new IllegalStateException("This Java has no P-256.", e);
    }
  }

  /**
   * Signs a set of claims with ES256; times stand in it as seconds.
   *
   * @param typ the header member that says what kind of token it is; absent where null
   */
  public String sign(Map<String, ?> claims, @Nullable String typ) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("kid", kid());
    if (typ != null) {
      header.put("typ", typ);
    }
    return sign(claims, header);
  }

  /** The same with any other members in the header than {@code alg}. */
  public String sign(Map<String, ?> claims, Map<String, ?> header) {
    try {
      return sign(JSON.writeValueAsBytes(claims), header);
    } catch (java.io.IOException e) {
      throw new IllegalStateException("The mock made claims that are not JSON.", e);
    }
  }

  /** Signs any bytes. */
  public String sign(byte[] payload, Map<String, ?> header) {
    try {
      JsonWebSignature jws = new JsonWebSignature();
      jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
      header.forEach(jws::setHeader);
      jws.setKey(jwk.getPrivateKey());
      jws.setPayloadBytes(payload);
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("The mock could not sign.", e);
    }
  }

  /** The signature of any bytes, with ECDSA and SHA-256 in DER, as certificates have it. */
  byte[] signDer(byte[] content) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(jwk.getEcPrivateKey());
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The mock could not sign.", e);
    }
  }

  /** The key id. */
  public String kid() {
    return jwk.getKeyId();
  }

  /** The key set document, with the public half only. */
  public Map<String, Object> publicJwks() {
    return Map.of("keys", List.of(publicJwk()));
  }

  public Map<String, Object> publicJwk() {
    return new LinkedHashMap<>(jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
  }

  /** The key pair, with its private half: for the demo client, whose owner must sign. */
  public String privateJwk() {
    return jwk.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
  }

  /** The public half alone, as it is handed to an authority. */
  public JsonWebKey publicKey() {
    try {
      return JsonWebKey.Factory.newJwk(publicJwk());
    } catch (JoseException e) {
      throw new IllegalStateException("The mock made a key that is no JWK.", e);
    }
  }
}
