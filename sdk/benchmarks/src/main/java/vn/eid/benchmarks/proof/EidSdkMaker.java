package vn.eid.benchmarks.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Clock;
import java.util.Optional;
import okhttp3.HttpUrl;
import vn.eid.benchmarks.By;
import vn.eid.internal.Operation;
import vn.eid.internal.http.ClientAssertions;
import vn.eid.internal.http.DpopProofs;
import vn.eid.internal.jose.Crypto;
import vn.eid.internal.jose.OwnKey;
import vn.eid.internal.jose.SigningKey;

/** What the SDK puts into its requests, from the same inner doors as its HTTP pipeline. */
final class EidSdkMaker {
  private EidSdkMaker() {}

  static Maker of(Document document, ECKey key, By by) throws JOSEException {
    Crypto crypto = by.provider().flatMap(Crypto::by).orElse(Crypto.JDK);
    SigningKey signing = OwnKey.inMemory(key).signing(crypto).orElseThrow();
    return document == Document.DPOP_PROOF ? proofs(signing) : assertions(signing);
  }

  private static Maker proofs(SigningKey key) {
    DpopProofs proofs = new DpopProofs(Clock.systemUTC());
    HttpUrl url = HttpUrl.get(Document.RESOURCE);
    return () -> proofs.create(key, "GET", url, Optional.empty(), Document.ACCESS_TOKEN);
  }

  private static Maker assertions(SigningKey key) {
    Operation operation = Operation.named("benchmark");
    ClientAssertions assertions =
        new ClientAssertions(Document.CLIENT, Document.ISSUER, key, Clock.systemUTC());
    return () -> {
      String assertion = assertions.create(operation, null).get("client_assertion");
      if (assertion == null) {
        throw new IllegalStateException("no assertion");
      }
      return assertion;
    };
  }
}
