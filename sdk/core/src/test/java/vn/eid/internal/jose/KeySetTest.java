package vn.eid.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.internal.Operation;
import vn.eid.mock.state.MockClock;

class KeySetTest {
  private static final Operation OPERATION = Operation.named("test");

  private final MockClock clock = new MockClock();
  private final ECKey a = ec("a");
  private final ECKey b = ec("b");
  private volatile Supplier<List<JWK>> provider = () -> List.of();
  private final AtomicInteger fetches = new AtomicInteger();
  private final KeySet keys = new KeySet(clock, Crypto.JDK, this::fetch);

  @Test
  void fetchesOnceForManySignatures() {
    publish(a);
    for (int i = 0; i < 5; i++) {
      assertThat(verifies(a)).isTrue();
    }
    assertThat(fetches).hasValue(1);
  }

  @Test
  void asksAtOnceForAKeyThatWasJustPutIn() {
    publish(a);
    assertThat(verifies(a)).isTrue();
    publish(a, b);
    assertThat(verifies(b)).isTrue();
    assertThat(fetches).hasValue(2);
  }

  @Test
  void asksAtOnceForAKeyThatReplacedAnotherUnderItsId() {
    publish(a);
    assertThat(verifies(a)).isTrue();
    ECKey replacement = ec("a");
    publish(replacement);
    assertThat(verifies(replacement)).isTrue();
    assertThat(fetches).hasValue(2);
    assertThat(verifies(a)).as("the replaced key").isFalse();
  }

  @Test
  void asksForUnknownKeysNotMoreOftenThanEveryThirtySeconds() {
    publish(a);
    for (int i = 0; i < 100; i++) {
      assertThat(verifies(b, "forged-" + i)).isFalse();
      assertThat(verifies(b, "a")).as("forged under a known id").isFalse();
    }
    assertThat(fetches).hasValue(2);
    clock.advance(Duration.ofSeconds(31));
    assertThat(verifies(b)).isFalse();
    assertThat(fetches).hasValue(3);
  }

  @Test
  void forgetsAWithdrawnKeyAfterFifteenMinutes() {
    publish(a);
    assertThat(verifies(a)).isTrue();
    publish(b);
    clock.advance(Duration.ofMinutes(14));
    assertThat(verifies(a)).isTrue();
    clock.advance(Duration.ofMinutes(2));
    assertThat(verifies(a)).isFalse();
  }

  @Test
  void aWithdrawnKeyIsGoneAtOnceWhereANewOneWasSeen() {
    publish(a);
    assertThat(verifies(a)).isTrue();
    publish(b);
    assertThat(verifies(b)).isTrue();
    assertThat(verifies(a)).isFalse();
  }

  @Test
  void keepsGoodKeysWhileTheProviderIsDown() {
    publish(a);
    assertThat(verifies(a)).isTrue();
    provider = KeySetTest::down;
    clock.advance(Duration.ofMinutes(59));
    assertThat(verifies(a)).isTrue();
    assertThat(fetches).hasValue(2);
    assertThat(verifies(a)).isTrue();
    assertThat(fetches).as("the provider is not asked by every login").hasValue(2);
  }

  @Test
  void aForgeryIsRefusedAsOneAlsoWhileTheProviderIsDown() {
    publish(a);
    assertThat(verifies(a)).isTrue();
    provider = KeySetTest::down;
    assertThat(verifies(b)).isFalse();
    assertThat(verifies(a)).isTrue();
  }

  @Test
  void aBrokenKeySetNeverReplacesAGoodOne() {
    List<Supplier<List<JWK>>> broken =
        List.of(
            List::of,
            () -> List.of(new ECKey.Builder(b.toPublicJWK()).keyUse(KeyUse.ENCRYPTION).build()),
            () -> {
              throw OPERATION.untrusted(UntrustedException.Check.FORMAT, "HTML");
            });
    publish(a);
    assertThat(verifies(a)).isTrue();
    for (Supplier<List<JWK>> answer : broken) {
      provider = answer;
      clock.advance(Duration.ofMinutes(16));
      assertThat(verifies(a)).isTrue();
    }
    assertThat(fetches).hasValue(4);
  }

  @Test
  void aBrokenKeySetIsRefusedWhereThereIsNoGoodOne() {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> verifies(a))
        .withMessageContaining("no key that can be used");
  }

  @Test
  void givesUpKeysThatCouldNotBeRenewedForAnHour() {
    publish(a);
    assertThat(verifies(a)).isTrue();
    provider = KeySetTest::down;
    for (int minutes = 20; minutes < 60; minutes += 20) {
      clock.advance(Duration.ofMinutes(20));
      assertThat(verifies(a)).isTrue();
    }
    clock.advance(Duration.ofMinutes(20));
    assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> verifies(a));
  }

  @Test
  void saysThatTheProviderIsDownWhereThereIsNoKeyYet() {
    provider = KeySetTest::down;
    assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> verifies(a));
  }

  @Test
  void triesEachFittingKeyWhereTheTokenNamesNoneButNotWithoutEnd() throws Exception {
    RSAKey rsa = Keys.rsa();
    publish(rsa, a, b);
    assertThat(verifies(b, null)).isTrue();
    assertThat(keys.verifying(OPERATION, parts(signed(rsa)))).isPresent();

    List<JWK> crowd = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      crowd.add(ec("other-" + i));
    }
    crowd.add(b);
    provider = () -> crowd;
    clock.advance(Duration.ofMinutes(16));
    assertThat(verifies(b, null)).as("the eleventh").isFalse();
    assertThat(verifies(b, "b")).as("by its name").isTrue();
  }

  @Test
  void keysOfAnotherAlgorithmCountForNothing() throws Exception {
    List<JWK> crowd = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      crowd.add(ec("other-" + i));
    }
    crowd.add(Keys.rsa());
    publish(crowd.toArray(JWK[]::new));
    assertThat(keys.verifying(OPERATION, parts(signed(Keys.rsa())))).isPresent();
  }

  @Test
  void aLoginBeginsWhereTheIssuerMakesItsKeysWithItsFirstSignature() {
    keys.atHandOnceMade(OPERATION);
    publish(a);
    assertThat(verifies(a)).isTrue();
  }

  @Test
  void noLoginBeginsWhereTheKeySetIsOutOfOrder() {
    provider =
        () -> {
          throw OPERATION.untrusted(UntrustedException.Check.FORMAT, "is no key set");
        };
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> keys.atHandOnceMade(OPERATION))
        .withMessageContaining("no key set");
  }

  @Test
  void aCryptographyProviderThatFailsVerifiesNothing() throws Exception {
    KeySet failing = new KeySet(clock, Keys.failing(), o -> List.of(a.toPublicJWK()));
    JWSObject jws = new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload("{}"));
    jws.sign(new ECDSASigner(a));
    assertThat(failing.verifying(OPERATION, parts(jws))).isEmpty();
  }

  @Test
  void takesAnyKeyOfSeveralWithoutIdsWhereTheTokenNamesNone() {
    publish(new ECKey.Builder(a).keyID(null).build(), new ECKey.Builder(b).keyID(null).build());
    assertThat(verifies(b, null)).isTrue();
    assertThat(verifies(b, "b")).as("an id that no key has").isFalse();
  }

  @Test
  void takesNoKeyOfAnotherTypeUseOrAlgorithm() throws Exception {
    ECKey encrypts = new ECKey.Builder(ec("encrypts")).keyUse(KeyUse.ENCRYPTION).build();
    ECKey other = new ECKey.Builder(ec("other")).algorithm(JWSAlgorithm.ES384).build();
    publish(a, encrypts, other, Keys.rsa());
    assertThat(verifies(encrypts)).isFalse();
    assertThat(verifies(other)).isFalse();
    assertThat(verifies(a, "rsa")).isFalse();
  }

  @Test
  void everyThreadThatMeetsANewKeyAtOnceGetsIt() throws Exception {
    publish(a);
    assertThat(verifies(a)).isTrue();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    provider =
        () -> {
          asked.countDown();
          await(answer);
          return List.of(b.toPublicJWK());
        };
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> results = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        results.add(threads.submit(() -> verifies(b)));
      }
      asked.await();
      answer.countDown();
      for (Future<Boolean> result : results) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(fetches).hasValue(2);
  }

  private List<JWK> fetch(Operation operation) {
    fetches.incrementAndGet();
    return provider.get();
  }

  private void publish(JWK... published) {
    List<JWK> publicKeys = List.of(published).stream().map(JWK::toPublicJWK).toList();
    provider = () -> publicKeys;
  }

  private static List<JWK> down() {
    throw OPERATION.unavailable(false, "down");
  }

  private boolean verifies(ECKey signer) {
    return verifies(signer, signer.getKeyID());
  }

  private boolean verifies(ECKey signer, @Nullable String kid) {
    try {
      JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(kid).build();
      JWSObject jws = new JWSObject(header, new Payload("{}"));
      // By the bare key: one that is for encryption would refuse to sign.
      jws.sign(new ECDSASigner(signer.toECPrivateKey()));
      return keys.verifying(OPERATION, parts(jws)).isPresent();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static JWSObject signed(RSAKey key) throws JOSEException {
    JWSObject jws = new JWSObject(new JWSHeader(JWSAlgorithm.PS256), new Payload("{}"));
    jws.sign(new RSASSASigner(key));
    return jws;
  }

  private static SignedParts parts(JWSObject jws) {
    String compact = jws.serialize();
    return CompactForm.header(OPERATION, "The test", compact)
        .flatMap(header -> SignedParts.of(header, compact))
        .orElseThrow();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static ECKey ec(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }
}
