package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.eid.Application;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.UnavailableException;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;
import vn.eid.login.LoginSession;
import vn.eid.mock.EidMock;
import vn.eid.mock.EidMockTest;
import vn.eid.spi.CallListener;
import vn.eid.spi.CallListener.Call;
import vn.eid.spi.CallListener.Outcome;

/** What the application's listeners hear of the calls to the provider. */
@EidMockTest
class CallListenerTest {
  private static final String SUNSET = "Sat, 31 Dec 2027 23:59:59 GMT";

  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final List<String> begun = new CopyOnWriteArrayList<>();
  private EidMock mock;
  private Application app;

  @BeforeEach
  void start(EidMock server) {
    mock = server;
    CallListener broken =
        operation -> {
          throw new IllegalStateException("a listener of little use");
        };
    app =
        Application.of(Application.builder(server).listener(broken).listener(this::heard).build());
  }

  private CallListener.Ongoing heard(String operation) {
    begun.add(operation);
    return calls::add;
  }

  @AfterEach
  void stop() {
    app.close();
  }

  @Test
  void eachCallIsToldUnderTheNameOfItsVerb() {
    assertThat(app.logIn()).isInstanceOf(LoginOutcome.Approved.class);
    assertThat(calls)
        .extracting(Call::operation)
        .contains("redirectLogin.start", "redirectLogin.finish")
        .containsExactlyElementsOf(begun);
    assertThat(calls)
        .allSatisfy(
            call -> {
              assertThat(call.outcome()).isEqualTo(Outcome.SUCCESS);
              assertThat(call.attempts()).isPositive();
              assertThat(call.duration()).isPositive();
              assertThat(call.deprecation()).isEmpty();
            });
    assertThat(calls.toString()).doesNotContain("0990", "http", mock.clientId());
  }

  @Test
  void aCallOfTheApplicationWithACitizensTokenIsToldOnceHoweverOftenItIsSent() throws Exception {
    LoginRequest request = LoginRequest.returningTo(Application.CALLBACK).withScopes("sandbox");
    LoginSession session = ((LoginOutcome.Approved) app.logIn(request)).session();
    try (MockWebServer api = new MockWebServer()) {
      api.start();
      api.enqueue(demandsNonce());
      api.enqueue(new MockResponse.Builder().code(503).addHeader("Sunset", SUNSET).build());
      okhttp3.Call.Factory resources = session.resources(api.url("/v1").uri());
      calls.clear();
      resources.newCall(new Request.Builder().url(api.url("/v1/x")).build()).execute().close();
    }
    assertThat(calls)
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.operation()).isEqualTo("session.resources");
              assertThat(call.outcome()).isEqualTo(Outcome.OUT_OF_ORDER);
              assertThat(call.status()).isEqualTo(OptionalInt.of(503));
              assertThat(call.attempts()).isEqualTo(2);
              assertThat(call.sunset()).contains(SUNSET);
            });
  }

  private static MockResponse demandsNonce() {
    return new MockResponse.Builder()
        .code(401)
        .addHeader("WWW-Authenticate", "DPoP error=\"use_dpop_nonce\"")
        .addHeader("DPoP-Nonce", "n-1")
        .build();
  }

  @Test
  void aCallThatReachesNobodyIsBrokenAndWasNotSent() {
    EidClient lost =
        EidClient.builder(
                Environment.sandbox(URI.create("http://127.0.0.1:1")),
                "clinic",
                ClientKey.fromJwk(mock.clientKeyJwk()))
            .listener(this::heard)
            .timeout(Duration.ofSeconds(5))
            .build();
    try (Application nowhere = Application.of(lost)) {
      assertThatExceptionOfType(UnavailableException.class).isThrownBy(nowhere::logIn);
    }
    assertThat(calls)
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.outcome()).isEqualTo(Outcome.BROKEN);
              assertThat(call.status()).isEqualTo(OptionalInt.empty());
              assertThat(call.attempts()).isZero();
            });
  }
}
