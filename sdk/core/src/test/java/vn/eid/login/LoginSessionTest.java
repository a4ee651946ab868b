package vn.eid.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.eid.Threads.atOnce;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.eid.Application;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.InvalidRequestException;
import vn.eid.MockedApplicationTest;
import vn.eid.StorageKey;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.mock.EidMock;
import vn.eid.mock.Fault;
import vn.eid.mock.SeenRequest;

/** Calls to protected APIs in a citizen's session. */
class LoginSessionTest extends MockedApplicationTest {
  private static final LoginRequest SHORT =
      LoginRequest.returningTo(Application.CALLBACK).withScopes("sandbox");
  private static final URI SIGNED_OUT = URI.create("https://app.example/signed-out");
  private static final LoginRequest LONG = SHORT.withScopes("offline_access");

  @Test
  void callsAnApiWithATokenThatTheApplicationNeverSees() throws Exception {
    LoginSession session = session(SHORT);
    try (Response response = get(session, "/echo?x=1")) {
      assertThat(response.code()).isEqualTo(200);
      assertThat(response.body().string()).contains(session.subject()).contains("x=1");
      assertThat(response.request().headers().names()).doesNotContain("Authorization", "DPoP");
      assertThat(response.networkResponse()).isNull();
      assertThat(response.priorResponse()).isNull();
    }
    assertThat(seen("/sandbox/v1/echo").header("Authorization").orElseThrow()).startsWith("DPoP ");
    assertThat(session.toString()).isEqualTo("LoginSession[…]");
  }

  @Test
  void postsABodyOnceWhereTheNonceIsKnown() throws Exception {
    LoginSession session = session(SHORT);
    get(session, "/echo").close();
    int before = mock.requests().size();
    try (Response response = post(session, RequestBody.create("hello", null))) {
      assertThat(response.body().string()).contains("\"length\":5");
    }
    assertThat(mock.requests()).hasSize(before + 1);
  }

  @Test
  void answersANonceThatChangesInTheMiddleOfASession() throws Exception {
    LoginSession session = session(LONG);
    for (int i = 0; i < 3; i++) {
      try (Response response = get(session, "/echo")) {
        assertThat(response.code()).isEqualTo(200);
      }
      mock.advance(Duration.ofMinutes(3));
    }
  }

  @Test
  void aBodyThatCanBeSentOnlyOnceIsNotSentAgain() throws Exception {
    LoginSession session = session(LONG);
    mock.advance(Duration.ofMinutes(3));
    try (Response response = post(session, once("stream"))) {
      assertThat(response.code()).isEqualTo(401);
    }
    try (Response response = post(session, once("stream"))) {
      assertThat(response.code()).isEqualTo(200);
    }
  }

  @Test
  void renewsAnExpiredTokenOnceForManyThreads() throws Exception {
    LoginSession session = session(LONG);
    mock.advance(Duration.ofMinutes(10));
    Callable<Integer> call =
        () -> {
          try (Response response = get(session, "/echo")) {
            return response.code();
          }
        };
    assertThat(atOnce(32, call)).containsOnly(200);
    assertThat(refreshes()).hasSize(1);
  }

  @Test
  void keepsTheNewRefreshTokenWhereTheProviderChangesIt() throws Exception {
    mock.inject(Fault.REFRESH_TOKEN_ROTATED);
    LoginSession session = session(LONG);
    for (int i = 0; i < 3; i++) {
      mock.advance(Duration.ofMinutes(10));
      get(session, "/echo").close();
    }
    assertThat(refreshes().stream().map(r -> r.form("refresh_token").orElseThrow()))
        .hasSize(3)
        .doesNotHaveDuplicates();
    assertThat(session.isEnded()).isFalse();
  }

  @Test
  void aRenewalThatCouldNotBeCheckedIsNotAskedForAndLosesNoRefreshToken() throws Exception {
    mock.inject(Fault.REFRESH_TOKEN_ROTATED);
    String stored = session(LONG).seal();
    mock.advance(Duration.ofMinutes(10));
    // Another node, which has not seen the keys yet, and now cannot.
    try (Application otherNode = Application.at(mock)) {
      LoginSession session = otherNode.client().loginSessions().reopen(stored);
      mock.inject(Fault.KEYS_HTTP_ERROR_500);
      mock.inject(Fault.REFRESH_ID_TOKEN_OTHER_SUBJECT);
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> get(session, "/echo"))
          .withCauseInstanceOf(UnavailableException.class);
      mock.clearFaults();
      try (Response response = get(session, "/echo")) {
        assertThat(response.code()).isEqualTo(200);
      }
    }
  }

  @Test
  void aSessionWithoutRenewalEndsWithItsToken() throws Exception {
    LoginSession session = session(SHORT);
    assertThat(session.isEnded()).isFalse();
    mock.advance(Duration.ofMinutes(10));
    assertThat(session.isEnded()).isTrue();
    int before = mock.requests().size();
    assertThatExceptionOfType(SessionEndedException.class)
        .isThrownBy(() -> get(session, "/echo"))
        .withMessageContaining("log in again");
    assertThat(mock.requests()).hasSize(before);
  }

  @Test
  void aSessionThatTheProviderEndedIsOverAtTheNextRenewal() throws Exception {
    LoginSession session = session(LONG);
    mock.endSessionsOf(mock.citizen("099085000011"));
    mock.advance(Duration.ofMinutes(10));
    assertThatExceptionOfType(SessionEndedException.class).isThrownBy(() -> get(session, "/echo"));
    assertThat(session.isEnded()).isTrue();
  }

  @Test
  void failsAnAsynchronousCallOfAnEndedSessionInTheWayOfTheHttpLibrary() throws Exception {
    LoginSession session = session(SHORT);
    mock.advance(Duration.ofMinutes(10));
    CompletableFuture<IOException> failure = new CompletableFuture<>();
    call(session, "/echo")
        .enqueue(
            new Callback() {
              @Override
              public void onFailure(Call call, IOException e) {
                failure.complete(e);
              }

              @Override
              public void onResponse(Call call, Response response) {
                response.close();
                failure.completeExceptionally(new AssertionError("answered"));
              }
            });
    assertThat(failure.get()).isInstanceOf(SessionEndedException.class);
  }

  @Test
  void aDemandForASurerLoginIsAValueAndLeadsToOne() throws Exception {
    LoginSession usual = session(SHORT);
    StepUp demand;
    try (Response response = get(usual, "/vault")) {
      demand = StepUp.demandedBy(response).orElseThrow();
    }
    assertThat(demand.level()).contains(AuthenticationLevel.LEVEL_3);
    assertThat(demand.signedInWithin()).contains(Duration.ofMinutes(5));
    assertThat(refreshes()).isEmpty();

    LoginSession surer = session(SHORT.satisfying(demand));
    try (Response response = get(surer, "/vault")) {
      assertThat(response.code()).isEqualTo(200);
    }
  }

  @Test
  void aSealedSessionGoesOnInAnotherNode() throws Exception {
    LoginSession session = session(LONG);
    String text = session.seal();
    assertThat(session.changedSinceSealed()).isFalse();
    try (Application otherNode = Application.at(mock)) {
      LoginSession reopened = otherNode.client().loginSessions().reopen(text);
      assertThat(reopened.subject()).isEqualTo(session.subject());
      assertThat(reopened.sessionId()).isEqualTo(session.sessionId()).isPresent();
      mock.advance(Duration.ofMinutes(10));
      try (Response response = get(reopened, "/echo")) {
        assertThat(response.code()).isEqualTo(200);
      }
      assertThat(reopened.changedSinceSealed()).isTrue();
    }
  }

  @Test
  void aSealedSessionShowsNothing() {
    LoginSession session = session(LONG);
    assertThat(session.seal()).doesNotContain(session.subject(), "access", "{");
  }

  @Test
  void aSessionSealedWithAnotherKeyOrChangedIsRefused() {
    String text = session(LONG).seal();
    EidClient stranger =
        Application.builder(mock)
            .storageKey(
                StorageKey.of(
                    "another key of 32 bytes in here.".getBytes(StandardCharsets.US_ASCII)))
            .build();
    try (stranger) {
      refuses(Check.DECRYPTION, () -> stranger.loginSessions().reopen(text));
    }
    refuses(Check.DECRYPTION, () -> app.client().loginSessions().reopen(text + "A"));
  }

  @Test
  void aSessionOfAnotherClientIsRefusedThoughTheKeyFits() {
    String text = session(LONG).seal();
    EidClient.Builder builder =
        EidClient.builder(
                Environment.sandbox(mock.issuer()),
                "another-client",
                ClientKey.fromJwk(mock.clientKeyJwk()))
            .storageKey(Application.STORAGE_KEY);
    try (EidClient other = builder.build()) {
      refuses(Check.ISSUER, () -> other.loginSessions().reopen(text));
    }
  }

  @Test
  void aSessionOfAnotherProviderIsRefusedThoughTheKeyFits() {
    String text = session(LONG).seal();
    EidMock other = EidMock.start();
    try (other;
        Application there = Application.at(other)) {
      refuses(Check.ISSUER, () -> there.client().loginSessions().reopen(text));
    }
  }

  @Test
  void aSessionThatWasRenewedIsToBeStoredAnew() throws Exception {
    LoginSession session = session(LONG);
    assertThat(session.seal()).isNotEmpty();
    mock.advance(Duration.ofMinutes(10));
    get(session, "/echo").close();
    assertThat(session.changedSinceSealed()).isTrue();
  }

  @Test
  void sealingWithoutAKeySaysHowToGetOne() {
    EidClient.Builder builder =
        EidClient.builder(
            Environment.sandbox(mock.issuer()),
            mock.clientId(),
            ClientKey.fromJwk(mock.clientKeyJwk()));
    try (EidClient keyless = builder.build()) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> keyless.loginSessions().reopen("x"))
          .withMessageContaining("storageKey(..)");
    }
  }

  @Test
  void aLogoutEndsTheSessionHereAndAtTheProvider() throws Exception {
    LoginSession session = session(LONG);
    String stored = session.seal();
    URI page = app.client().loginSessions().logout(session, SIGNED_OUT);

    assertThat(session.isEnded()).isTrue();
    assertThatExceptionOfType(SessionEndedException.class).isThrownBy(() -> get(session, "/echo"));
    assertThat(Application.callbackOf(page)).isEqualTo(SIGNED_OUT);
    // A copy in another node dies with its next renewal.
    LoginSession copy = app.client().loginSessions().reopen(stored);
    mock.advance(Duration.ofMinutes(10));
    assertThatExceptionOfType(SessionEndedException.class).isThrownBy(() -> get(copy, "/echo"));
  }

  @Test
  void aSessionThatEndedIsToBeStoredAnew() {
    LoginSession session = session(LONG);
    assertThat(session.seal()).isNotEmpty();
    logout(session);
    assertThat(session.changedSinceSealed()).isTrue();
    assertThat(app.client().loginSessions().reopen(session.seal()).isEnded()).isTrue();
  }

  @Test
  void aLogoutTakesBackWhatARenewalAtTheSameTimeBrought() throws Exception {
    mock.inject(Fault.REFRESH_TOKEN_ROTATED);
    CountDownLatch renewed = new CountDownLatch(1);
    CountDownLatch loggingOut = new CountDownLatch(1);
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  Response response = chain.proceed(chain.request());
                  if (isRefresh(chain.request())) {
                    renewed.countDown();
                    await(loggingOut);
                  }
                  return response;
                })
            .build();
    // Threads of its own: where the machine has two processors, the common pool has one.
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (Application slow = Application.of(Application.builder(mock).httpClient(http).build())) {
      LoginSession session = ((LoginOutcome.Approved) slow.logIn(LONG)).session();
      mock.advance(Duration.ofMinutes(10));
      CompletableFuture<Void> call = CompletableFuture.runAsync(() -> fails(session), threads);
      await(renewed);
      CompletableFuture<URI> logout =
          CompletableFuture.supplyAsync(
              () -> slow.client().loginSessions().logout(session, SIGNED_OUT), threads);
      while (!session.isEnded()) {
        Thread.onSpinWait();
      }
      CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(loggingOut::countDown);
      logout.join();
      call.join();
      assertThat(seen("/revocation").form("token"))
          .isEqualTo(session.tokens().latest().refreshToken());
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean isRefresh(Request request) throws IOException {
    Buffer body = new Buffer();
    if (request.body() != null) {
      request.body().writeTo(body);
    }
    return body.readUtf8().contains("grant_type=refresh_token");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void fails(LoginSession session) {
    assertThatExceptionOfType(SessionEndedException.class).isThrownBy(() -> get(session, "/echo"));
  }

  @Test
  void theAddressOfALogoutTellsNothingAboutTheCitizen() {
    LoginSession plain = session(LONG);
    assertThat(logout(plain).getRawQuery()).contains("id_token_hint=").contains("logout_hint=");

    LoginSession told = session(LONG.asking(Claim.NAME, Claim.CITIZEN_ID));
    assertThat(logout(told).getRawQuery())
        .doesNotContain("id_token_hint")
        .contains("logout_hint=" + told.sessionId().orElseThrow());
  }

  @Test
  void aProviderThatRefusesTheTokenStillShowsItsLogoutPage() throws Exception {
    LoginSession session = session(LONG);
    String other = new ECKeyGenerator(Curve.P_256).keyID("other").generate().toJSONString();
    mock.registerClientKeys(ClientKey.fromJwk(other).publicKeys());
    assertThat(logout(session).getRawQuery()).contains("logout_hint=");
    assertThat(session.isEnded()).isTrue();
  }

  @Test
  void aProviderThatIsDownKeepsNobodyFromLoggingOut() {
    EidMock down = EidMock.start();
    try (Application lonely = Application.at(down)) {
      LoginSession session = ((LoginOutcome.Approved) lonely.logIn(LONG)).session();
      down.close();
      assertThat(lonely.client().loginSessions().logout(session, SIGNED_OUT)).isEqualTo(SIGNED_OUT);
      assertThat(session.isEnded()).isTrue();
    }
  }

  @Test
  void aLogoutReturnsToASafeAddressOnly() {
    LoginSession session = session(SHORT);
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(
            () ->
                app.client()
                    .loginSessions()
                    .logout(session, URI.create("http://app.example/signed-out")))
        .satisfies(e -> assertThat(e.field()).isEqualTo("returnTo"));
    assertThat(session.isEnded()).isFalse();
  }

  private URI logout(LoginSession session) {
    return app.client().loginSessions().logout(session, SIGNED_OUT);
  }

  private LoginSession session(LoginRequest request) {
    return ((LoginOutcome.Approved) app.logIn(request)).session();
  }

  private Response get(LoginSession session, String path) throws IOException {
    return call(session, path).execute();
  }

  private Call call(LoginSession session, String path) {
    return session.resources(api()).newCall(new Request.Builder().url(api() + path).build());
  }

  private Response post(LoginSession session, RequestBody body) throws IOException {
    return session
        .resources(api())
        .newCall(new Request.Builder().url(api() + "/echo").post(body).build())
        .execute();
  }

  private URI api() {
    return URI.create(mock.issuer() + "/sandbox/v1");
  }

  private SeenRequest seen(String path) {
    return mock.requests().stream()
        .filter(request -> request.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private List<SeenRequest> refreshes() {
    return mock.requests().stream()
        .filter(request -> request.form("grant_type").equals(Optional.of("refresh_token")))
        // The first answer to a stale nonce is no renewal yet.
        .filter(request -> request.status() == 200)
        .toList();
  }

  private static void refuses(Check check, ThrowingCallable call) {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.check()).isEqualTo(check));
  }

  private static RequestBody once(String text) {
    return new RequestBody() {
      @Override
      public @Nullable MediaType contentType() {
        return null;
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        sink.writeUtf8(text);
      }

      @Override
      public boolean isOneShot() {
        return true;
      }
    };
  }
}
