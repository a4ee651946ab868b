package vn.eid.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.eid.UnavailableException;
import vn.eid.internal.Operation;
import vn.eid.mock.state.MockClock;

class KeySetTest {
  private static final Operation OPERATION = Operation.named("test");

  private final MockClock clock = new MockClock();
  private List<JWK> published = List.of();
  private int fetches;
  private boolean down;
  private final KeySet keys = new KeySet(clock, this::fetch);

  @Test
  void fetchesOnceForManyLooks() throws Exception {
    published = List.of(ec("a"));
    for (int i = 0; i < 5; i++) {
      assertThat(keys.find(OPERATION, "a", JWSAlgorithm.ES256)).isPresent();
    }
    assertThat(fetches).isEqualTo(1);
  }

  @Test
  void asksAtOnceForAKeyThatWasJustPutIn() throws Exception {
    published = List.of(ec("a"));
    keys.find(OPERATION, "a", JWSAlgorithm.ES256);
    published = List.of(ec("a"), ec("b"));
    assertThat(keys.find(OPERATION, "b", JWSAlgorithm.ES256)).isPresent();
    assertThat(fetches).isEqualTo(2);
  }

  @Test
  void asksForUnknownKeysNotMoreOftenThanEveryThirtySeconds() throws Exception {
    published = List.of(ec("a"));
    for (int i = 0; i < 100; i++) {
      assertThat(keys.find(OPERATION, "forged-" + i, JWSAlgorithm.ES256)).isEmpty();
    }
    assertThat(fetches).isEqualTo(2);
    clock.advance(Duration.ofSeconds(31));
    keys.find(OPERATION, "forged", JWSAlgorithm.ES256);
    assertThat(fetches).isEqualTo(3);
  }

  @Test
  void forgetsAWithdrawnKeyAfterFifteenMinutes() throws Exception {
    published = List.of(ec("a"));
    keys.find(OPERATION, "a", JWSAlgorithm.ES256);
    published = List.of(ec("b"));
    clock.advance(Duration.ofMinutes(16));
    assertThat(keys.find(OPERATION, "a", JWSAlgorithm.ES256)).isEmpty();
  }

  @Test
  void keepsGoodKeysWhileTheProviderIsDown() throws Exception {
    published = List.of(ec("a"));
    keys.find(OPERATION, "a", JWSAlgorithm.ES256);
    down = true;
    clock.advance(Duration.ofMinutes(59));
    assertThat(keys.find(OPERATION, "a", JWSAlgorithm.ES256)).isPresent();
    assertThat(fetches).isEqualTo(2);
    assertThat(keys.find(OPERATION, "a", JWSAlgorithm.ES256)).isPresent();
    assertThat(fetches).as("the provider is not asked by every login").isEqualTo(2);
  }

  @Test
  void givesUpKeysThatCouldNotBeRenewedForAnHour() throws Exception {
    published = List.of(ec("a"));
    keys.find(OPERATION, "a", JWSAlgorithm.ES256);
    down = true;
    for (int minutes = 0; minutes < 60; minutes += 20) {
      clock.advance(Duration.ofMinutes(20));
      if (minutes < 40) {
        assertThat(keys.find(OPERATION, "a", JWSAlgorithm.ES256)).isPresent();
      }
    }
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> keys.find(OPERATION, "a", JWSAlgorithm.ES256));
  }

  @Test
  void saysThatTheProviderIsDownWhereThereIsNoKeyYet() {
    down = true;
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> keys.find(OPERATION, "a", JWSAlgorithm.ES256));
  }

  @Test
  void takesTheOnlyFittingKeyWhereTheTokenNamesNoneAndNoneOfSeveral() throws Exception {
    published = List.of(ec("a"), rsa("r"));
    assertThat(keys.find(OPERATION, null, JWSAlgorithm.ES256).map(JWK::getKeyID)).contains("a");
    assertThat(keys.find(OPERATION, null, JWSAlgorithm.PS256).map(JWK::getKeyID)).contains("r");
    published = List.of(ec("a"), ec("b"));
    clock.advance(Duration.ofMinutes(16));
    assertThat(keys.find(OPERATION, null, JWSAlgorithm.ES256)).isEmpty();
  }

  @Test
  void takesNoKeyOfAnotherTypeUseOrAlgorithm() throws Exception {
    published =
        List.of(
            new ECKey.Builder(ec("encrypts")).keyUse(KeyUse.ENCRYPTION).build(),
            new ECKey.Builder(ec("other")).algorithm(JWSAlgorithm.ES384).build(),
            rsa("rsa"));
    for (String id : List.of("encrypts", "other", "rsa")) {
      assertThat(keys.find(OPERATION, id, JWSAlgorithm.ES256)).as(id).isEmpty();
    }
  }

  private List<JWK> fetch(Operation operation) {
    fetches++;
    if (down) {
      throw operation.unavailable(false, "down");
    }
    return published;
  }

  private static ECKey ec(String id) throws Exception {
    return new ECKeyGenerator(Curve.P_256).keyID(id).generate().toPublicJWK();
  }

  private static RSAKey rsa(String id) throws Exception {
    return new RSAKeyGenerator(2048).keyID(id).generate().toPublicJWK();
  }
}
