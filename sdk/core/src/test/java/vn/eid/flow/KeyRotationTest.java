package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.eid.Application;
import vn.eid.ClientKey;
import vn.eid.ClientRejectedException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.login.LoginOutcome;
import vn.eid.mock.EidMock;
import vn.eid.mock.EidMockTest;
import vn.eid.mock.KeyRotation;
import vn.eid.mock.MockOptions;

/** Whole logins while keys change: the application's own, and the provider's. */
@EidMockTest
class KeyRotationTest {
  private final JWK oldSigns = ec("signs-2026", KeyUse.SIGNATURE);
  private final JWK oldOpens = ec("opens-2026", KeyUse.ENCRYPTION);
  private final JWK newSigns = ec("signs-2027", KeyUse.SIGNATURE);
  private final JWK newOpens = ec("opens-2027", KeyUse.ENCRYPTION);

  @Test
  void anApplicationChangesItsKeysWithoutAGap() {
    MockOptions options =
        MockOptions.defaults()
            .clientKeys(publicHalves(oldSigns, oldOpens))
            .encryptIdTokens("ECDH-ES");
    try (EidMock mock = EidMock.start(options);
        Application before = application(mock, oldSigns, oldOpens);
        Application after = application(mock, newSigns, newOpens, oldOpens);
        Application careless = application(mock, newSigns, newOpens)) {
      isLoggedIn(before);

      mock.registerClientKeys(publicHalves(oldSigns, oldOpens, newSigns, newOpens));
      isLoggedIn(before);
      isLoggedIn(after);
      // Id tokens still come encrypted to the old key: who lacks it cannot read them.
      isRefused(Check.DECRYPTION, careless);

      mock.registerClientKeys(publicHalves(newSigns, newOpens));
      isLoggedIn(after);
      isLoggedIn(careless);
      assertThatExceptionOfType(ClientRejectedException.class)
          .isThrownBy(before::logIn)
          .satisfies(e -> assertThat(e.code()).isEqualTo("invalid_client"));
    }
  }

  @Test
  void loginsGoOnWhileTheProviderChangesItsKeys(EidMock mock) {
    try (Application app = Application.at(mock)) {
      isLoggedIn(app);
      for (KeyRotation rotation : List.of(KeyRotation.PLANNED, KeyRotation.EMERGENCY)) {
        mock.rotateKeys(rotation);
        isLoggedIn(app);
        mock.advance(Duration.ofMinutes(1));
      }
    }
  }

  @Test
  void aStolenKeyOfTheProviderIsBelievedForAQuarterOfAnHourAtTheMost(EidMock mock) {
    try (Application app = Application.at(mock)) {
      isLoggedIn(app);
      mock.rotateKeys(KeyRotation.COMPROMISED);
      mock.advance(Duration.ofMinutes(15));
      isRefused(Check.SIGNATURE, app);
    }
  }

  private static void isLoggedIn(Application app) {
    assertThat(app.logIn()).isInstanceOf(LoginOutcome.Approved.class);
  }

  private static void isRefused(Check check, Application app) {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(app::logIn)
        .satisfies(e -> assertThat(e.check()).isEqualTo(check));
  }

  private static Application application(EidMock mock, JWK signs, JWK... opens) {
    ClientKey key = ClientKey.fromJwk(signs.toJSONString());
    for (JWK one : opens) {
      key = key.alsoDecryptingWith(ClientKey.fromJwk(one.toJSONString()));
    }
    return Application.of(Application.builder(mock, key).build());
  }

  private static String publicHalves(JWK... keys) {
    return new JWKSet(List.of(keys)).toString(true);
  }

  private static JWK ec(String id, KeyUse use) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).keyUse(use).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }
}
