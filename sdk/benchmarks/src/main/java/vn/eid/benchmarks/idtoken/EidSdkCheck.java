package vn.eid.benchmarks.idtoken;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.eid.benchmarks.By;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.Crypto;
import vn.eid.internal.jose.DecryptionKeys;
import vn.eid.internal.jose.ExpectedLogin;
import vn.eid.internal.jose.IdTokenChecks;
import vn.eid.internal.jose.KeySet;
import vn.eid.internal.jose.OwnKey;

/** What the SDK does with the id token of a login, from the same inner door as a login. */
final class EidSdkCheck implements IdTokenCheck {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final ExpectedLogin LOGIN =
      new ExpectedLogin(
          Optional.of(Issuer.NONCE),
          Optional.empty(),
          Issuer.ACCESS_TOKEN,
          List.of(),
          Optional.empty());

  private final Operation operation = Operation.named("benchmark");
  private final KeySet keys;
  private final DecryptionKeys decryption;

  EidSdkCheck(Issuer issuer, By by) throws JOSEException {
    List<JWK> published = issuer.keys().getKeys();
    Crypto crypto = by.provider().flatMap(Crypto::by).orElse(Crypto.JDK);
    this.keys = new KeySet(CLOCK, crypto, unused -> published);
    this.decryption =
        issuer.form().isEncrypted()
            ? new DecryptionKeys(
                OwnKey.inMemory(issuer.recipient()).decryption(crypto).stream().toList())
            : new DecryptionKeys(List.of());
  }

  @Override
  public Object verify(String idToken) {
    return new IdTokenChecks(
            operation, Issuer.NAME, Issuer.CLIENT, CLOCK, Duration.ofSeconds(30), decryption)
        .verify(idToken, keys, LOGIN);
  }
}
