package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.Provider;
import java.security.Security;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.Test;
import vn.eid.login.LoginOutcome;
import vn.eid.mock.EidMock;
import vn.eid.mock.EidMockTest;
import vn.eid.mock.Fault;

@EidMockTest
class CryptoProviderTest {
  @Test
  void theChosenProviderSignsAndVerifiesAWholeLogin(EidMock mock) {
    Watched provider = new Watched();
    try (Application application = by(provider, mock)) {
      assertThat(application.logIn()).isInstanceOf(LoginOutcome.Approved.class);
    }
    assertThat(provider.asked).contains("Signature SHA256withECDSA", "KeyPairGenerator EC");
  }

  @Test
  void theChosenProviderSignsWithARsaKeyToo(EidMock mock) throws JOSEException {
    ClientKey key = ClientKey.fromJwk(new RSAKeyGenerator(2048).generate().toJSONString());
    mock.registerClientKeys(key.publicKeys());
    Watched provider = new Watched();
    EidClient client = Application.builder(mock, key).cryptoProvider(provider).build();
    try (Application application = Application.of(client)) {
      assertThat(application.logIn()).isInstanceOf(LoginOutcome.Approved.class);
    }
    assertThat(provider.asked).contains("Signature SHA256withRSAandMGF1");
  }

  @Test
  void whatTheChosenProviderVerifiesIsRefusedWhereItIsForged(EidMock mock) {
    mock.inject(Fault.ID_TOKEN_BAD_SIGNATURE);
    try (Application application = by(Conscrypt.newProvider(), mock)) {
      assertThatThrownBy(application::logIn)
          .isInstanceOfSatisfying(
              UntrustedException.class,
              e -> assertThat(e.check()).isEqualTo(UntrustedException.Check.SIGNATURE));
    }
  }

  @Test
  void nothingIsInstalledInTheJvm(EidMock mock) {
    Provider[] before = Security.getProviders();
    by(Conscrypt.newProvider(), mock).close();
    assertThat(Security.getProviders()).containsExactly(before);
  }

  @Test
  void aProviderThatDoesNeitherKindOfSignatureIsRefusedAtOnce(EidMock mock) {
    EidClient.Builder builder = Application.builder(mock);
    assertThatThrownBy(() -> builder.cryptoProvider(new Nothing()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("neither ECDSA nor RSASSA-PSS");
  }

  @Test
  void aProviderThatDoesNotSignWithTheClientsKeyIsRefusedAtOnce(EidMock mock) {
    EidClient.Builder builder = Application.builder(mock).cryptoProvider(new Broken());
    assertThatThrownBy(builder::build)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("Look at the cryptoProvider");
  }

  private static Application by(Provider provider, EidMock mock) {
    return Application.of(Application.builder(mock).cryptoProvider(provider).build());
  }

  private static final class Nothing extends Provider {
    Nothing() {
      super("Nothing", "1", "does nothing");
    }
  }

  /** Knows the names and does nothing. */
  private static final class Broken extends Provider {
    Broken() {
      super("Broken", "1", "claims what it does not do");
      put("Signature.SHA256withECDSA", "no.such.Signature");
      put("KeyFactory.EC", "no.such.KeyFactory");
    }
  }

  /** Conscrypt, which remembers what it was asked for. */
  private static final class Watched extends Provider {
    private final Provider conscrypt = Conscrypt.newProvider();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    Watched() {
      super("Watched", "1", "Conscrypt, watched");
    }

    @Override
    public Service getService(String type, String algorithm) {
      asked.add(type + " " + algorithm);
      return conscrypt.getService(type, algorithm);
    }
  }
}
