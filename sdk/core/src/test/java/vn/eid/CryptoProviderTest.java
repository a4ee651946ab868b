package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.login.LoginOutcome;
import vn.eid.mock.EidMock;
import vn.eid.mock.EidMockTest;
import vn.eid.mock.Fault;
import vn.eid.spi.Signer;

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

  /** The client's RSA key is the JDK's then, but the keys that tokens are bound to are not. */
  @Test
  void aProviderThatMakesNoKeysForTokensIsRefusedAtOnceAndLeavesTheLedgerFree(
      EidMock mock, @TempDir Path folder) throws JOSEException {
    ClientKey key = ClientKey.fromJwk(new RSAKeyGenerator(2048).generate().toJSONString());
    EidClient.Builder builder =
        Application.builder(mock, key).auditLedger(folder.resolve("ledger.jsonl"));
    assertThatThrownBy(builder.cryptoProvider(new Broken())::build)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("Look at the cryptoProvider");
    builder.cryptoProvider(Conscrypt.newProvider()).build().close();
  }

  @Test
  void aKeyHeldElsewhereIsAskedForNoTrialByTheProvider(EidMock mock) throws Exception {
    AtomicInteger asked = new AtomicInteger();
    ClientKey key = ClientKey.heldBy(counted(asked));
    int before = asked.get();
    Application.builder(mock, key).cryptoProvider(Conscrypt.newProvider()).build().close();
    assertThat(asked).hasValue(before);
  }

  private static Signer counted(AtomicInteger asked) throws GeneralSecurityException {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
    keys.initialize(256);
    KeyPair pair = keys.generateKeyPair();
    return new Signer() {
      @Override
      public PublicKey publicKey() {
        return pair.getPublic();
      }

      @Override
      public byte[] sign(byte[] message) {
        asked.incrementAndGet();
        try {
          Signature signature = Signature.getInstance("SHA256withECDSA");
          signature.initSign(pair.getPrivate());
          signature.update(message);
          return signature.sign();
        } catch (GeneralSecurityException e) {
          throw new IllegalStateException(e);
        }
      }
    };
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
