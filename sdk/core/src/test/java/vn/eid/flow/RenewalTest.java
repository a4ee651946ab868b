package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.EidClient;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.login.BrowserSession;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;
import vn.eid.login.LoginSession;
import vn.eid.login.LoginStart;
import vn.eid.login.PushRequest;

/** A provider whose renewals bring an id token: OpenID Connect Core 1.0, section 12.2. */
class RenewalTest {
  private final Provider provider = new Provider("");
  private final long loggedInAt = Instant.now().minusSeconds(60).getEpochSecond();
  private EidClient client;

  @BeforeEach
  void open() {
    client = provider.builder().storageKey(Application.STORAGE_KEY).build();
    provider.change("/token", "refresh_token", "refresh");
    // Due for renewal at once.
    provider.change("/token", "expires_in", 5);
    provider.idTokenChanges.put("auth_time", loggedInAt);
    provider.answers.put("/api", unused -> Map.of("answer", "yes"));
  }

  @AfterEach
  void close() {
    client.close();
    provider.close();
  }

  @Test
  void aRenewalThatRepeatsTheLoginsTimeAndNonceIsTaken() throws Exception {
    call(session());
  }

  @Test
  void aRenewalThatSaysNothingOfThemIsTaken() throws Exception {
    LoginSession session = session();
    provider.idTokenChanges.put("auth_time", "(none)");
    provider.idTokenChanges.put("nonce", "(none)");
    call(session);
  }

  @Test
  void aRenewalWithTheTimeOfAnotherLoginIsRefused() {
    LoginSession session = session();
    provider.idTokenChanges.put("auth_time", loggedInAt + 1);
    refuses(Check.ASSURANCE, session);
  }

  @Test
  void aRenewalForAnotherPersonIsRefused() {
    LoginSession session = session();
    provider.idTokenChanges.put("sub", "another");
    refuses(Check.SUBJECT, session);
  }

  @Test
  void aRenewalMaySayWhenTheLoginWasWhereTheLoginDidNot() throws Exception {
    provider.idTokenChanges.put("auth_time", "(none)");
    LoginSession session = session();
    provider.idTokenChanges.put("auth_time", loggedInAt);
    call(session);
  }

  @Test
  void aRenewalWithTheNonceOfAnotherLoginIsRefused() {
    LoginSession session = session();
    provider.idTokenChanges.put("nonce", "another");
    refuses(Check.NONCE, session);
  }

  @Test
  void aStoredSessionStillKnowsItsLogin() throws Exception {
    LoginSession stored = client.loginSessions().reopen(session().seal());
    call(stored);
    provider.idTokenChanges.put("auth_time", loggedInAt - 1);
    refuses(Check.ASSURANCE, stored);
    provider.idTokenChanges.put("auth_time", loggedInAt);
    provider.idTokenChanges.put("nonce", "another");
    refuses(Check.NONCE, stored);
  }

  @Test
  void aRenewalOfALoginByPushHasNoNonce() throws Exception {
    provider.answered = "099085000011";
    LoginSession session = pushed();
    provider.idTokenChanges.put("nonce", "(none)");
    call(session);
    provider.idTokenChanges.put("nonce", "any");
    refuses(Check.NONCE, session);
  }

  private LoginSession session() {
    BrowserSession browser = Application.newBrowser();
    LoginStart start =
        client.redirectLogin().start(LoginRequest.returningTo(Application.CALLBACK), browser);
    assertThat(start.authorizationUri()).hasPath("/authorize");
    return approved(client.redirectLogin().finish(provider.callback(), browser));
  }

  private LoginSession pushed() throws InterruptedException {
    BrowserSession browser = Application.newBrowser();
    PushRequest ask = PushRequest.to(CitizenId.parse(provider.answered)).saying("Test");
    var push = client.pushLogin().start(ask, browser);
    return approved(client.pushLogin().await(push.id(), browser));
  }

  private static LoginSession approved(LoginOutcome outcome) {
    return ((LoginOutcome.Approved) outcome).session();
  }

  private void call(LoginSession session) throws IOException {
    Request request = new Request.Builder().url(provider.base() + "/api").build();
    URI base = URI.create(provider.base() + "/");
    try (Response response = session.resources(base).newCall(request).execute()) {
      assertThat(response.code()).isEqualTo(200);
    }
  }

  private void refuses(Check check, LoginSession session) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> call(session))
        .havingCause()
        .isInstanceOfSatisfying(
            UntrustedException.class, e -> assertThat(e.check()).isEqualTo(check));
  }
}
