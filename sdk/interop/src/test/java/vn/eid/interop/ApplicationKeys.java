package vn.eid.interop;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.List;
import java.util.Map;
import vn.eid.ClientKey;

/**
 * The keys of one application, made for one run of the tests: it signs with one, reads with one.
 */
final class ApplicationKeys {
  private final ECKey signing;
  private final ECKey encryption;

  private ApplicationKeys(ECKey signing, ECKey encryption) {
    this.signing = signing;
    this.encryption = encryption;
  }

  static ApplicationKeys generate() {
    try {
      return new ApplicationKeys(
          new ECKeyGenerator(Curve.P_256)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.ES256)
              .keyIDFromThumbprint(true)
              .generate(),
          new ECKeyGenerator(Curve.P_256)
              .keyUse(KeyUse.ENCRYPTION)
              .algorithm(JWEAlgorithm.ECDH_ES)
              .keyIDFromThumbprint(true)
              .generate());
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  ClientKey signing() {
    return ClientKey.fromJwk(signing.toJSONString());
  }

  /** The same for an application that registered for encrypted id tokens. */
  ClientKey signingAndDecrypting() {
    return signing().alsoDecryptingWith(ClientKey.fromJwk(encryption.toJSONString()));
  }

  /** What the provider is told: the public keys. */
  Map<String, Object> published() {
    return new JWKSet(List.of(signing, encryption)).toJSONObject(true);
  }
}
