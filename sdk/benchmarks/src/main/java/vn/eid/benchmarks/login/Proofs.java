package vn.eid.benchmarks.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.dpop.DPoPProofFactory;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;

/** DPoP proofs of one login, each with the server's latest nonce, by Nimbus' OAuth SDK. */
final class Proofs {
  private final DPoPProofFactory factory;

  Proofs() throws JOSEException {
    factory =
        new DefaultDPoPProofFactory(new ECKeyGenerator(Curve.P_256).generate(), JWSAlgorithm.ES256);
  }

  String of(URI endpoint, Nonce nonce) throws JOSEException {
    return factory.createDPoPJWT("POST", endpoint, nonce).serialize();
  }
}
