package vn.eid.benchmarks.idtoken;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyType;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import vn.eid.benchmarks.By;
import vn.eid.benchmarks.bare.BareJwe;
import vn.eid.benchmarks.bare.BareJws;
import vn.eid.benchmarks.bare.BareSignature;

/** Opens, parses, verifies, and compares four claims; for one thread and one key. */
final class BareCheck implements IdTokenCheck {
  private final boolean encrypted;
  private final BareJwe jwe;
  private final BareJws jws;

  BareCheck(Issuer issuer, By by) throws JOSEException, GeneralSecurityException {
    this.encrypted = issuer.form().isEncrypted();
    this.jwe = new BareJwe(issuer.recipient().toECPrivateKey(), by.provider());
    this.jws = new BareJws(BareSignature.of(key(issuer), by.provider()));
  }

  private static PublicKey key(Issuer issuer) throws JOSEException {
    JWK key = issuer.keys().getKeys().get(0);
    return KeyType.EC.equals(key.getKeyType())
        ? key.toECKey().toECPublicKey()
        : key.toRSAKey().toRSAPublicKey();
  }

  @Override
  public Object verify(String idToken) throws Exception {
    JsonNode claims = jws.claims(encrypted ? jwe.open(idToken) : idToken);
    ClaimsByHand.check(
        claims.path("iss").textValue(),
        claims.path("aud").textValue(),
        claims.path("exp").longValue(),
        claims.path("nonce").textValue());
    return claims;
  }
}
