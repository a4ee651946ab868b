package vn.eid.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.Map;
import java.util.Optional;
import vn.eid.UnavailableException;
import vn.eid.internal.Operation;
import vn.eid.internal.WordlessCause;
import vn.eid.internal.json.Json;

/** A private key that signs, its algorithm fixed by its type. Where it is held is no matter. */
public final class SigningKey {
  private final JWSSigner signer;
  private final JWSAlgorithm algorithm;
  private final JWK publicKey;

  /** The public key without id and other members, as a proof carries it: made once. */
  private final JWK bareKey;

  SigningKey(JWSSigner signer, JWSAlgorithm algorithm, JWK publicKey) {
    this.signer = signer;
    this.algorithm = algorithm;
    this.publicKey = publicKey;
    this.bareKey = PublicHalf.bare(publicKey);
  }

  /**
   * Wraps a private key in memory.
   *
   * @throws JOSEException where it is not EC P-256 or RSA of at least 2,048 bits
   */
  static SigningKey of(JWK jwk, Crypto crypto) throws JOSEException {
    KeyKind kind = KeyKind.required(jwk);
    return new SigningKey(signer(jwk, crypto), kind.signature, PublicHalf.named(jwk));
  }

  /** The key id: the JWK's own, or its thumbprint (RFC 7638). */
  public String id() {
    return publicKey.getKeyID();
  }

  /** What it signs with (RFC 7518, section 3.1): ES256 or PS256. */
  public String algorithm() {
    return algorithm.getName();
  }

  /** Its type and size, in words. */
  public String kind() {
    return publicKey instanceof RSAKey rsa ? "RSA, " + rsa.size() + " bits" : "EC, P-256";
  }

  /**
   * Signs claims, the key named by its id.
   *
   * @throws vn.eid.UnavailableException where whoever holds the key does not sign
   */
  public String sign(Operation operation, Map<String, ?> claims) {
    return sign(operation, new JWSHeader.Builder(algorithm).keyID(id()), claims);
  }

  /** The same for a document of a type of its own (RFC 8725, section 3.11). */
  public String sign(Operation operation, String type, Map<String, ?> claims) {
    JWSHeader.Builder header =
        new JWSHeader.Builder(algorithm).type(new JOSEObjectType(type)).keyID(id());
    return sign(operation, header, claims);
  }

  private String sign(Operation operation, JWSHeader.Builder header, Map<String, ?> claims) {
    try {
      return sign(header, claims);
    } catch (JOSEException | RuntimeException e) {
      throw outage(operation, WordlessCause.of(e));
    }
  }

  /** Signs claims, the public key itself in the header (DPoP, RFC 9449, section 4.2). */
  public String signWithEmbeddedKey(String type, Map<String, ?> claims) {
    try {
      return sign(
          new JWSHeader.Builder(algorithm).type(new JOSEObjectType(type)).jwk(bareKey), claims);
    } catch (JOSEException | RuntimeException e) {
      throw new IllegalStateException("The key does not sign.", WordlessCause.of(e));
    }
  }

  /** The SHA-256 thumbprint of the public key (RFC 7638), base64url. */
  public String thumbprint() {
    try {
      return publicKey.computeThumbprint().toString();
    } catch (JOSEException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java runtime.", e);
    }
  }

  /** The public half, to verify what this key signed. */
  public GivenKeys verification() {
    return GivenKeys.of(publicKey);
  }

  private String sign(JWSHeader.Builder header, Map<String, ?> claims) throws JOSEException {
    JWSObject jws = new JWSObject(header.build(), new Payload(Json.bytes(claims)));
    jws.sign(signer);
    return jws.serialize();
  }

  private UnavailableException outage(Operation operation, WordlessCause cause) {
    UnavailableException outage =
        operation.unavailable(
            false,
            "The client key did not sign ("
                + cause.getMessage()
                + "). Look at the key store or the signer that holds it.");
    outage.initCause(cause);
    return outage;
  }

  static JWSSigner signer(JWK jwk, Crypto crypto) throws JOSEException {
    Optional<Provider> provider = crypto.signing(KeyKind.required(jwk));
    if (jwk instanceof ECKey ec) {
      PrivateKey own = Crypto.own(ec.toPrivateKey(), provider, PrivateKey.class);
      return Crypto.by(provider, new ECDSASigner(own, Curve.P_256));
    }
    PrivateKey own = Crypto.own(jwk.toRSAKey().toPrivateKey(), provider, PrivateKey.class);
    return Crypto.by(provider, new RSASSASigner(own));
  }
}
