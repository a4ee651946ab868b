package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EidMockTest
class InjectionTest {
  private static final String AN = "099085000011";
  private static final Injection MISSING = Injection.of(Fault.ID_TOKEN_MISSING);

  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  private boolean hasIdToken(String state) {
    return client.logIn(Map.of("state", state)).json().has("id_token");
  }

  @Test
  void whatIsInjectedTwiceHappensTwice(EidMock mock) {
    mock.inject(MISSING.times(2));
    assertThat(hasIdToken("a")).isFalse();
    assertThat(mock.injected()).containsExactly(MISSING.once());
    assertThat(hasIdToken("b")).isFalse();
    assertThat(hasIdToken("c")).isTrue();
    assertThat(mock.injected()).isEmpty();
    assertThat(mock.firings(Fault.ID_TOKEN_MISSING)).isEqualTo(2);
  }

  @Test
  void theSameForAlwaysIsThereOnce(EidMock mock) {
    mock.inject(MISSING);
    mock.inject(Fault.ID_TOKEN_MISSING);
    assertThat(mock.injected()).containsExactly(MISSING);
  }

  @Test
  void aFaultThatNobodyCameByDidNotHappen(EidMock mock) {
    mock.inject(Fault.USERINFO_OTHER_SUBJECT);
    client.logIn(Map.of());
    assertThat(mock.firings(Fault.USERINFO_OTHER_SUBJECT)).isZero();
  }

  @Test
  void aResetForgetsWhatHappened(EidMock mock) {
    mock.inject(MISSING);
    assertThat(hasIdToken("a")).isFalse();
    mock.reset();
    assertThat(mock.firings(Fault.ID_TOKEN_MISSING)).isZero();
    assertThat(mock.injected()).isEmpty();
  }

  @Test
  void aLoginGoesByItsState(EidMock mock) {
    mock.inject(MISSING.forFlow("that-one"));
    assertThat(hasIdToken("another")).isTrue();
    assertThat(hasIdToken("that-one")).isFalse();
  }

  @Test
  void theReturnFromALoginIsAimedAtToo(EidMock mock) {
    mock.inject(Injection.of(Fault.CALLBACK_WITHOUT_ISS).forFlow("that-one").forCitizen(AN));
    assertThat(client.callback(Map.of("state", "another")).location().getQuery()).contains("iss=");
    assertThat(client.callback(Map.of("state", "that-one")).location().getQuery())
        .doesNotContain("iss=");
  }

  @Test
  void aCitizenIsAimedAt(EidMock mock) {
    mock.inject(MISSING.forCitizen(AN));
    mock.signsIn(mock.citizens().get(1));
    assertThat(hasIdToken("a")).isTrue();
    mock.signsIn(AN);
    assertThat(hasIdToken("b")).isFalse();
  }

  @Test
  void aFaultThatIsAimedAtACitizenDoesNotHappenWhereNobodyIsKnownYet(EidMock mock) {
    mock.inject(Injection.of(Fault.PAR_RESPONSE_HTTP_ERROR_500).forCitizen(AN));
    assertThat(client.push(client.loginForm()).status()).isEqualTo(201);
  }

  @Test
  void aClientIsAimedAt(EidMock mock) {
    TestClient other = TestClient.registered(mock, "other-client", Draft.newKey());
    mock.inject(Injection.of(Fault.PAR_RESPONSE_HTTP_ERROR_500).forClient("other-client"));
    assertThat(client.push(client.loginForm()).status()).isEqualTo(201);
    assertThat(other.push(other.loginForm()).status()).isEqualTo(500);
  }

  @Test
  void aRequestOnThePhoneGoesByItsId(EidMock mock) {
    String one = client.askOnPhone(client.pushForm(AN)).isOk().text("auth_req_id");
    String other = client.askOnPhone(client.pushForm(AN)).isOk().text("auth_req_id");
    mock.inject(MISSING.forFlow(one));
    assertThat(client.poll(other).isOk().json().has("id_token")).isTrue();
    assertThat(client.poll(one).isOk().json().has("id_token")).isFalse();
  }

  @Test
  void aLogoutTokenIsAimedAtACitizen(EidMock mock) {
    client.logIn(Map.of());
    mock.inject(
        Injection.of(Fault.LOGOUT_TOKEN_ALG_NONE).forCitizen(mock.citizens().get(1).number()));
    assertThat(mock.logoutToken(mock.citizen(AN))).doesNotEndWith(".");
    mock.inject(Injection.of(Fault.LOGOUT_TOKEN_ALG_NONE).forCitizen(AN));
    assertThat(mock.logoutToken(mock.citizen(AN))).endsWith(".");
  }

  @Test
  void onlyOneOfManyThatRaceIsStruck(EidMock mock) throws Exception {
    mock.inject(Injection.of(Fault.DISCOVERY_WRONG_ISSUER).once());
    ExecutorService threads = Executors.newFixedThreadPool(32);
    try {
      Callable<String> ask =
          () -> client.get("/.well-known/openid-configuration", Map.of()).text("issuer");
      int struck = 0;
      for (Future<String> issuer : threads.invokeAll(java.util.Collections.nCopies(32, ask))) {
        struck += issuer.get().equals("https://other.example") ? 1 : 0;
      }
      assertThat(struck).isEqualTo(1);
    } finally {
      threads.shutdown();
    }
    assertThat(mock.firings(Fault.DISCOVERY_WRONG_ISSUER)).isEqualTo(1);
  }

  @Test
  void anAimAtNobodyIsAMistake(EidMock mock) {
    for (Injection wrong :
        List.of(
            MISSING.forClient("nobody"), MISSING.forCitizen("099000000000"), MISSING.at("/tokn"))) {
      assertThatThrownBy(() -> mock.inject(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> mock.inject(MISSING.at("/tokn"))).hasMessageContaining("is /token.");
    Map.of(
            MISSING.at("/userinfo"), "never happen: it is about an id token at /token.",
            Injection.of(Fault.DISCOVERY_WRONG_ISSUER).forCitizen(AN), "anybody may ask for",
            Injection.of(Fault.KEYS_EMPTY).forClient(client.id()), "the key set",
            Injection.of(Fault.CALLBACK_TWO_CODES).at("/par"), "at /authorize or /login/decide.",
            Injection.of(Fault.EVENT_TWICE).at("/token"), "posted to the client.")
        .forEach(
            (never, reason) ->
                assertThatThrownBy(() -> mock.inject(never))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(reason));
    assertThat(mock.injected()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void aFaultHappensOnceAtLeast(int times) {
    assertThatThrownBy(() -> MISSING.times(times)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlyADelayTakesTime() {
    Injection delay = Injection.of(Fault.TRANSPORT_DELAY);
    assertThatThrownBy(() -> MISSING.lasting(Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> delay.lasting(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MISSING.at("token")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anInjectionPrintsNoCitizenAndNoFlow() {
    assertThat(MISSING.once().forCitizen(AN).forFlow("the-state").at("/token"))
        .hasToString("Injection[ID_TOKEN_MISSING 1 times at /token (aimed)]");
  }
}
