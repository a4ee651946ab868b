package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.MockedApplicationTest;
import vn.eid.login.BrowserSession;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;
import vn.eid.login.LoginSession;
import vn.eid.login.PushId;
import vn.eid.login.PushRequest;
import vn.eid.mock.SeenRequest;

/** What goes over the wire once discovery and keys are known: nothing twice, nothing in vain. */
class RoundTripsTest extends MockedApplicationTest {
  private static final LoginRequest LASTING =
      LoginRequest.returningTo(Application.CALLBACK).withScopes("sandbox", "offline_access");

  private final BrowserSession browser = Application.newBrowser();
  private int seen;

  @BeforeEach
  void learnDiscoveryAndKeys() {
    app.logIn();
    startCounting();
  }

  @Test
  void aLoginCostsOnePushedRequestAndOneForItsTokens() {
    assertThat(app.logIn()).isInstanceOf(LoginOutcome.Approved.class);
    assertThat(sent()).containsExactly("POST /par 201", "GET /authorize 303", "POST /token 200");
  }

  @Test
  void aLoginHoursLaterSendsNothingTwiceEither() {
    mock.advance(Duration.ofHours(5));
    assertThat(app.logIn()).isInstanceOf(LoginOutcome.Approved.class);
    assertThat(sent()).doesNotHaveDuplicates().noneMatch(request -> request.endsWith(" 400"));
  }

  @Test
  void aSessionInUseIsRenewedWithoutBeingToldANonceTwice() throws Exception {
    LoginSession session = ((LoginOutcome.Approved) app.logIn(LASTING)).session();
    for (int i = 0; i < 20; i++) {
      mock.advance(Duration.ofSeconds(30));
      assertThat(echoed(session)).isEqualTo(200);
    }
    assertThat(sent()).allMatch(request -> request.matches(".* (200|201|303)"));
    // One at the login; the rest are the renewals of ten minutes.
    assertThat(sent().stream().filter("POST /token 200"::equals)).hasSizeBetween(2, 4);
  }

  @Test
  void aPushCostsOneRequestAndOnePoll() {
    PushId push = start("099085000011");
    mock.advance(Duration.ofSeconds(2));
    app.client().pushLogin().check(push, browser);
    assertThat(sent()).containsExactly("POST /ciba 200", "POST /token 200");
  }

  @Test
  void aPollIsNeverSentTwiceForANonce() {
    PushId push = start("099198000123");
    for (int i = 0; i < 40; i++) {
      mock.advance(Duration.ofSeconds(2));
      app.client().pushLogin().check(push, browser);
    }
    assertThat(sent()).filteredOn("POST /token 400"::equals).hasSize(40);
    assertThat(mock.refusals()).noneMatch(why -> why.contains("nonce"));
  }

  private PushId start(String number) {
    return app.client().pushLogin().start(PushRequest.to(CitizenId.parse(number)), browser).id();
  }

  private int echoed(LoginSession session) throws IOException {
    URI api = URI.create(mock.issuer() + "/sandbox/v1");
    Call call = session.resources(api).newCall(new Request.Builder().url(api + "/echo").build());
    try (Response response = call.execute()) {
      return response.code();
    }
  }

  private void startCounting() {
    seen = mock.requests().size();
  }

  private List<String> sent() {
    return mock.requests().stream().skip(seen).map(SeenRequest::toString).toList();
  }
}
