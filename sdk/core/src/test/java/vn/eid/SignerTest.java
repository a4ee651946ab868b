package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.eid.SignedAssertion.assertVerifies;
import static vn.eid.Threads.atOnce;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import vn.eid.login.BrowserSession;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;
import vn.eid.login.LoginStart;
import vn.eid.mock.EidMock;
import vn.eid.mock.EidMockTest;
import vn.eid.mock.SeenRequest;
import vn.eid.spi.Signer;

/** A key service in memory: what an application writes for a cloud's or a security module's. */
@EidMockTest
class SignerTest {
  private static final class KeyService implements Signer {
    private final KeyPair pair;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile UnaryOperator<byte[]> spoiling = UnaryOperator.identity();
    private volatile Callable<byte[]> instead = () -> new byte[0];
    private volatile boolean broken;

    KeyService(KeyPair pair) {
      this.pair = pair;
    }

    @Override
    public PublicKey publicKey() {
      return pair.getPublic();
    }

    @Override
    public byte[] sign(byte[] message) throws Exception {
      calls.incrementAndGet();
      return broken ? instead.call() : spoiling.apply(signed(message));
    }

    private byte[] signed(byte[] message) throws GeneralSecurityException {
      Signature signature;
      if (pair.getPrivate().getAlgorithm().equals("EC")) {
        signature = Signature.getInstance("SHA256withECDSA");
      } else {
        signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      }
      signature.initSign(pair.getPrivate());
      signature.update(message);
      return signature.sign();
    }
  }

  @Test
  void aWholeLoginSignsWithAKeyThatTheApplicationDoesNotHold(EidMock mock) throws Exception {
    ECKey demo = ECKey.parse(mock.clientKeyJwk());
    KeyService service = new KeyService(demo.toKeyPair());
    ClientKey key = ClientKey.heldBy(service).registeredAs(demo.getKeyID());
    try (EidClient client = client(mock, key)) {
      assertThat(logIn(client)).isInstanceOf(LoginOutcome.Approved.class);
    }
    assertThat(service.calls).as("the trial, and each request").hasValueGreaterThan(2);
  }

  @Test
  void signsAsTheStandardSaysWithEachKindOfKey() throws Exception {
    for (KeyPair pair : List.of(ec(), rsa(2048))) {
      ClientKey key = ClientKey.heldBy(new KeyService(pair));
      for (int i = 0; i < 50; i++) {
        assertVerifies(key);
      }
    }
  }

  @Test
  void isOnlyForSignatures() throws Exception {
    ClientKey key = ClientKey.heldBy(new KeyService(ec()));
    assertThat(key.publicKeys()).contains("\"use\":\"sig\"").contains("\"alg\":\"ES256\"");
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> ClientKey.heldBy(new KeyService(ec())).alsoDecryptingWith(key))
        .withMessageContaining("cannot decrypt");
  }

  @Test
  void refusesASignatureThatDoesNotFitAndSaysWhatToGive() throws Exception {
    for (KeyPair pair : List.of(ec(), rsa(2048))) {
      for (UnaryOperator<byte[]> spoiling : spoilings()) {
        KeyService service = new KeyService(pair);
        service.spoiling = spoiling;
        assertThatExceptionOfType(InvalidRequestException.class)
            .isThrownBy(() -> ClientKey.heldBy(service))
            .withMessageContaining("ECDSA with SHA-256 in DER form")
            .withMessageContaining("RSASSA-PSS");
      }
    }
  }

  private static List<UnaryOperator<byte[]>> spoilings() {
    return List.of(
        signature -> new byte[0],
        signature -> new byte[64],
        signature -> new byte[256],
        signature -> "not a signature".getBytes(StandardCharsets.US_ASCII),
        signature -> {
          signature[signature.length - 1] ^= 1;
          return signature;
        });
  }

  @Test
  void refusesASignatureByAnotherKey() throws Exception {
    PublicKey another = ec().getPublic();
    KeyService service = new KeyService(ec());
    Signer mixed =
        new Signer() {
          @Override
          public PublicKey publicKey() {
            return another;
          }

          @Override
          public byte[] sign(byte[] message) throws Exception {
            return service.sign(message);
          }
        };
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> ClientKey.heldBy(mixed))
        .withMessageContaining("does not fit the public key");
  }

  @Test
  void refusesOtherCurvesAndSmallRsaKeys() throws Exception {
    KeyPairGenerator curves = KeyPairGenerator.getInstance("EC");
    curves.initialize(new ECGenParameterSpec("secp384r1"));
    KeyPair ed = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    for (KeyPair pair : List.of(curves.generateKeyPair(), rsa(1024), ed)) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> ClientKey.heldBy(new KeyService(pair)))
          .withMessageContaining("P-256");
    }
  }

  @Test
  void namesTheKindOfFailureAndRepeatsNothingThatTheSignerSaid() throws Exception {
    KeyService service = new KeyService(ec());
    service.broken = true;
    service.instead = SignerTest::leak;
    InvalidRequestException e =
        catchThrowableOfType(InvalidRequestException.class, () -> ClientKey.heldBy(service));
    assertThat(e).hasMessageContaining("java.io.IOException");
    assertThat(e).hasStackTraceContaining("SignerTest.leak");
    assertNoLeak(e);
  }

  @Test
  void namesTheKindOfFailureWhereThereIsNoPublicKeyToBeHad() throws Exception {
    Signer unreachable =
        new Signer() {
          @Override
          public PublicKey publicKey() {
            throw new IllegalStateException("canary-secret");
          }

          @Override
          public byte[] sign(byte[] message) {
            return new byte[0];
          }
        };
    InvalidRequestException e =
        catchThrowableOfType(InvalidRequestException.class, () -> ClientKey.heldBy(unreachable));
    assertThat(e).hasMessageContaining("gave no public key (java.lang.IllegalStateException)");
    assertNoLeak(e);
  }

  @Test
  void aFailureLaterIsAnOutageAndNothingIsSent(EidMock mock) throws Exception {
    ECKey demo = ECKey.parse(mock.clientKeyJwk());
    KeyService service = new KeyService(demo.toKeyPair());
    ClientKey key = ClientKey.heldBy(service).registeredAs(demo.getKeyID());
    List<Callable<byte[]>> failures =
        List.of(SignerTest::leak, () -> new byte[] {1}, () -> new byte[0]);
    try (EidClient client = client(mock, key)) {
      service.broken = true;
      for (Callable<byte[]> failure : failures) {
        service.instead = failure;
        UnavailableException e =
            catchThrowableOfType(UnavailableException.class, () -> logIn(client));
        assertThat(e).hasMessageContaining("redirectLogin.start: The client key did not sign");
        assertThat(e.mayHaveTakenEffect()).isFalse();
        assertNoLeak(e);
      }
      assertThat(mock.requests().stream().map(SeenRequest::path)).doesNotContain("/par");
      service.broken = false;
      assertThat(logIn(client)).isInstanceOf(LoginOutcome.Approved.class);
    }
  }

  @Test
  void anInterruptedSignerLeavesTheThreadInterrupted() throws Exception {
    KeyService service = new KeyService(ec());
    service.broken = true;
    service.instead =
        () -> {
          throw new InterruptedException();
        };
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> ClientKey.heldBy(service));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void manyThreadsSignAtOnce() throws Exception {
    ClientKey key = ClientKey.heldBy(new KeyService(ec()));
    Callable<Boolean> sign =
        () -> {
          for (int i = 0; i < 12; i++) {
            assertVerifies(key);
          }
          return true;
        };
    assertThat(atOnce(16, sign)).containsOnly(true);
  }

  private static byte[] leak() throws IOException {
    throw new IOException("canary-secret", new IllegalStateException("canary-cause"));
  }

  private static void assertNoLeak(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    assertThat(text.toString()).doesNotContain("canary");
  }

  private static EidClient client(EidMock mock, ClientKey key) {
    return EidClient.builder(Environment.sandbox(mock.issuer()), mock.clientId(), key)
        .clock(mock.clock())
        .build();
  }

  private static LoginOutcome logIn(EidClient client) {
    BrowserSession browser = Application.newBrowser();
    LoginRequest request = LoginRequest.returningTo(Application.CALLBACK);
    LoginStart start = client.redirectLogin().start(request, browser);
    return client.redirectLogin().finish(Application.callbackOf(start), browser);
  }

  private static KeyPair ec() throws GeneralSecurityException {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
    keys.initialize(new ECGenParameterSpec("secp256r1"));
    return keys.generateKeyPair();
  }

  private static KeyPair rsa(int bits) throws GeneralSecurityException {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
    keys.initialize(bits);
    return keys.generateKeyPair();
  }
}
