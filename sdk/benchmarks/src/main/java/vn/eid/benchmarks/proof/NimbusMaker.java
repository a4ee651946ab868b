package vn.eid.benchmarks.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.dpop.DPoPProofFactory;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import java.net.URI;
import java.security.PrivateKey;
import java.security.Provider;
import org.jspecify.annotations.Nullable;
import vn.eid.benchmarks.By;

/** Nimbus' OAuth SDK, with the same provider and the key made ready before. */
final class NimbusMaker {
  private NimbusMaker() {}

  static Maker of(Document document, ECKey key, By by) throws JOSEException {
    @Nullable Provider provider = by.provider().orElse(null);
    return document == Document.DPOP_PROOF ? proofs(key, provider) : assertions(key, provider);
  }

  private static Maker proofs(ECKey key, @Nullable Provider provider) throws JOSEException {
    DPoPProofFactory factory = new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256, provider);
    URI resource = URI.create(Document.RESOURCE);
    DPoPAccessToken token = new DPoPAccessToken(Document.ACCESS_TOKEN);
    return () -> factory.createDPoPJWT("GET", resource, token).serialize();
  }

  private static Maker assertions(ECKey key, @Nullable Provider provider) throws JOSEException {
    ClientID client = new ClientID(Document.CLIENT);
    URI issuer = URI.create(Document.ISSUER);
    PrivateKey secret = key.toECPrivateKey();
    return () ->
        new PrivateKeyJWT(client, issuer, JWSAlgorithm.ES256, secret, key.getKeyID(), provider)
            .getClientAssertion()
            .serialize();
  }
}
