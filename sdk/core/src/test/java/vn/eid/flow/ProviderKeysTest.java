package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.eid.Application;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.login.BrowserSession;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;
import vn.eid.mock.state.MockClock;

/** Whole logins while the provider's key set is in some trouble; its other endpoints are well. */
class ProviderKeysTest {
  private final Provider provider = new Provider("");
  private final MockClock clock = new MockClock();
  private EidClient client;

  @BeforeEach
  void logInOnce() throws Exception {
    String jwk = new ECKeyGenerator(Curve.P_256).generate().toJSONString();
    client =
        EidClient.builder(Environment.sandbox(provider.issuer()), "app", ClientKey.fromJwk(jwk))
            .clock(clock)
            .build();
    assertThat(logIn()).isInstanceOf(LoginOutcome.Approved.class);
  }

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  @Test
  void loginsGoOnForAnHourWhileTheKeySetIsOutOfOrder() {
    for (int status : List.of(500, 404, 302)) {
      provider.failures.put("/jwks", status);
      clock.advance(Duration.ofMinutes(16));
      assertThat(logIn()).as("HTTP " + status).isInstanceOf(LoginOutcome.Approved.class);
    }
    provider.failures.put("/jwks", 503);
    clock.advance(Duration.ofMinutes(16));
    assertThatExceptionOfType(UnavailableException.class).isThrownBy(this::logIn);
  }

  @Test
  void aKeySetThatIsNoneNeverReplacesAGoodOne() {
    // 200 with nothing in it: no JSON either.
    provider.failures.put("/jwks", 200);
    clock.advance(Duration.ofMinutes(16));
    assertThat(logIn()).isInstanceOf(LoginOutcome.Approved.class);
    provider.failures.clear();
    for (Object keys : List.of(List.of(), List.of(Map.of("kty", "PQ")), "text", Map.of())) {
      provider.change("/jwks", "keys", keys);
      clock.advance(Duration.ofMinutes(10));
      assertThat(logIn()).as(keys.toString()).isInstanceOf(LoginOutcome.Approved.class);
    }
  }

  @Test
  void aWithdrawnKeyIsRefusedAfterAQuarterOfAnHour() throws Exception {
    Map<String, Object> next =
        new ECKeyGenerator(Curve.P_256).keyID("next").generate().toPublicJWK().toJSONObject();
    provider.change("/jwks", "keys", List.of(next));
    clock.advance(Duration.ofMinutes(16));
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(this::logIn)
        .satisfies(e -> assertThat(e.check()).isEqualTo(Check.SIGNATURE));
  }

  @Test
  void theCodeIsNotSpentBeforeTheKeysAreThereToCheckWhatItBrings() {
    BrowserSession browser = Application.newBrowser();
    try (EidClient fresh = provider.client()) {
      fresh.redirectLogin().start(LoginRequest.returningTo(Application.CALLBACK), browser);
      provider.failures.put("/jwks", 503);
      URI callback = provider.callback();
      assertThatExceptionOfType(UnavailableException.class)
          .isThrownBy(() -> fresh.redirectLogin().finish(callback, browser))
          .satisfies(e -> assertThat(e.mayHaveTakenEffect()).isFalse());
      provider.failures.clear();
      assertThat(fresh.redirectLogin().finish(callback, browser))
          .isInstanceOf(LoginOutcome.Approved.class);
    }
  }

  private LoginOutcome logIn() {
    long now = clock.instant().getEpochSecond();
    provider.idTokenChanges.put("iat", now);
    provider.idTokenChanges.put("exp", now + 60);
    BrowserSession browser = Application.newBrowser();
    client.redirectLogin().start(LoginRequest.returningTo(Application.CALLBACK), browser);
    return client.redirectLogin().finish(provider.callback(), browser);
  }
}
