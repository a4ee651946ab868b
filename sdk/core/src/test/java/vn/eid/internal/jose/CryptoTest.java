package vn.eid.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.security.Provider;
import java.security.Security;
import java.security.interfaces.ECPublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.internal.Operation;

class CryptoTest {
  private static final String EC = "Signature.SHA256withECDSA";

  @Test
  void aProviderServesTheKindOfKeyThatItCanDo() {
    Provider provider = provider(EC, "KeyFactory.EC");
    Crypto crypto = Crypto.by(provider).orElseThrow();
    assertThat(crypto.signing(KeyKind.EC)).containsSame(provider);
    assertThat(crypto.signing(KeyKind.RSA)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSASSA-PSS", "SHA256withRSAandMGF1"})
  void aProviderMayHaveEitherNameForTheSignatureOfRsa(String name) {
    Crypto crypto = Crypto.by(provider("Signature." + name, "KeyFactory.RSA")).orElseThrow();
    assertThat(crypto.signing(KeyKind.RSA)).isPresent();
    assertThat(crypto.signing(KeyKind.EC)).isEmpty();
  }

  @Test
  void aProviderMakesKeysAndOpensWhereItCan() {
    Provider signs = provider(EC, "KeyFactory.EC");
    assertThat(Crypto.by(signs).orElseThrow().generating(KeyKind.EC)).isEmpty();
    assertThat(Crypto.by(signs).orElseThrow().opening(KeyKind.EC)).isEmpty();
    Provider doesAll = provider(EC, "KeyFactory.EC", "KeyPairGenerator.EC", "KeyAgreement.ECDH");
    assertThat(Crypto.by(doesAll).orElseThrow().generating(KeyKind.EC)).containsSame(doesAll);
    assertThat(Crypto.by(doesAll).orElseThrow().opening(KeyKind.EC)).containsSame(doesAll);
  }

  @Test
  void aProviderThatDoesNeitherWhollyIsNone() {
    assertThat(Crypto.by(provider())).isEmpty();
    assertThat(Crypto.by(provider(EC))).isEmpty();
    assertThat(Crypto.by(provider("KeyFactory.EC"))).isEmpty();
    assertThat(Crypto.JDK.signing(KeyKind.EC)).isEmpty();
  }

  @Test
  void aKeyThatTheProviderCannotTranslateStaysAsItIs() throws Exception {
    ECPublicKey key = ((ECKey) JWK.parse(Keys.freshJwk())).toECPublicKey();
    Optional<Provider> failing = Optional.of(provider(EC, "KeyFactory.EC"));
    assertThat(Crypto.own(key, failing, ECPublicKey.class)).isSameAs(key);
    assertThat(Crypto.own(key, Optional.empty(), ECPublicKey.class)).isSameAs(key);
  }

  @Test
  void whatOneProviderSignsTheOtherVerifies() throws Exception {
    Crypto chosen = Crypto.by(Security.getProvider("SunEC")).orElseThrow();
    SigningKey key = SigningKey.of(JWK.parse(Keys.freshJwk()), chosen);
    String signed = key.sign(Operation.named("test"), Map.of("sub", "someone"));
    assertThat(
            new SignedDocument(Operation.named("test"), "The test", signed)
                .open(key.verification().keys(), Set.of(""))
                .requiredText("sub"))
        .isEqualTo("someone");
  }

  private static Provider provider(String... services) {
    Provider provider = new Provider("chosen", "1", "Names services that are not there.") {};
    for (String service : services) {
      provider.put(service, "missing.Implementation");
    }
    return provider;
  }
}
