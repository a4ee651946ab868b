package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.Crypto;

/** What a key signs, read by another library than the one that signed. */
final class SignedAssertion {
  private SignedAssertion() {}

  /** Signs with a key and verifies with the public half that it tells the provider. */
  static void assertVerifies(ClientKey key) throws JoseException {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmConstraints(
        new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "ES256", "PS256"));
    jws.setCompactSerialization(
        key.signing(Crypto.JDK).sign(Operation.named("test"), Map.of("sub", "app")));
    jws.setKey(
        new JsonWebKeySet(key.publicKeys())
            .findJsonWebKey(jws.getKeyIdHeaderValue(), null, null, jws.getAlgorithmHeaderValue())
            .getKey());
    assertThat(jws.verifySignature()).isTrue();
    assertThat(jws.getPayload()).isEqualTo("{\"sub\":\"app\"}");
  }
}
