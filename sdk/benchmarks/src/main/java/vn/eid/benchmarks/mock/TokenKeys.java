package vn.eid.benchmarks.mock;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** The kinds of keys that the FAPI 2.0 Security Profile lets a client have. */
enum TokenKeys {
  EC {
    @Override
    JWSAlgorithm algorithm() {
      return JWSAlgorithm.ES256;
    }

    @Override
    JWK generate() throws JOSEException {
      return new ECKeyGenerator(Curve.P_256)
          .keyID("benchmark-ec")
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(algorithm())
          .generate();
    }

    @Override
    JWSSigner signer(JWK key) throws JOSEException {
      return new ECDSASigner((ECKey) key);
    }
  },
  RSA {
    @Override
    JWSAlgorithm algorithm() {
      return JWSAlgorithm.PS256;
    }

    @Override
    JWK generate() throws JOSEException {
      return new RSAKeyGenerator(2048)
          .keyID("benchmark-rsa")
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(algorithm())
          .generate();
    }

    @Override
    JWSSigner signer(JWK key) throws JOSEException {
      return new RSASSASigner((RSAKey) key);
    }
  };

  abstract JWSAlgorithm algorithm();

  abstract JWK generate() throws JOSEException;

  abstract JWSSigner signer(JWK key) throws JOSEException;
}
