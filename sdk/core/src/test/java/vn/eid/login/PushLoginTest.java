package vn.eid.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.eid.Threads.atOnce;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.InvalidRequestException;
import vn.eid.MockedApplicationTest;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.mock.EidMock;
import vn.eid.mock.Fault;
import vn.eid.mock.SeenRequest;

class PushLoginTest extends MockedApplicationTest {
  private static final CitizenId AN = CitizenId.parse("099085000011");
  private static final CitizenId IGNORES = CitizenId.parse("099198000123");

  private final BrowserSession browser = Application.newBrowser();

  @Test
  void logsInWhoeverApprovesOnThePhone() throws Exception {
    PushStart start = start(PushRequest.to(AN).asking(Claim.NAME));
    LoginOutcome outcome = app.client().pushLogin().await(start.id(), browser);

    Identity citizen = ((LoginOutcome.Approved) outcome).identity();
    assertThat(citizen.name()).contains("Nguyễn Văn An");
    assertThat(citizen.citizenId()).isEmpty();
    assertThat(citizen.accountLevel()).contains(AccountLevel.LEVEL_2);
    assertThat(citizen.subject())
        .isEqualTo(((LoginOutcome.Approved) app.logIn()).identity().subject());
  }

  @Test
  void theScreenAndThePhoneShowTheSameCode() {
    PushStart start = start(PushRequest.to(IGNORES).saying("Đăng nhập Phòng khám Bình Minh"));
    assertThat(start.verificationCode()).matches("\\d{4}");
    assertThat(sent("/ciba").form("binding_message"))
        .contains(start.verificationCode() + " Đăng nhập Phòng khám Bình Minh");
    assertThat(start.appLink().orElseThrow().toString()).startsWith(mock.issuer() + "/phone/");
  }

  @Test
  void tellsHowTheCitizenDecided() throws Exception {
    mock.citizen(AN.value()).declinesNext();
    assertThat(finished(PushRequest.to(AN)))
        .isEqualTo(new LoginOutcome.Declined(LoginOutcome.Reason.REFUSED));
    assertThat(finished(PushRequest.to(CitizenId.parse("099082000101"))))
        .isEqualTo(new LoginOutcome.Declined(LoginOutcome.Reason.ACCOUNT_LOCKED));
    assertThat(finished(PushRequest.to(IGNORES))).isEqualTo(new LoginOutcome.Expired());
  }

  @Test
  void demandsLevelsLikeALoginInTheBrowser() throws Exception {
    CitizenId binh = CitizenId.parse("099192000022");
    assertThat(finished(PushRequest.to(binh).atLeast(AuthenticationLevel.LEVEL_3)))
        .isEqualTo(new LoginOutcome.Declined(LoginOutcome.Reason.LEVEL_NOT_REACHED));
    assertThat(finished(PushRequest.to(binh).atLeast(AccountLevel.LEVEL_2)))
        .isEqualTo(new LoginOutcome.Declined(LoginOutcome.Reason.ACCOUNT_LEVEL_TOO_LOW));
    assertThat(finished(PushRequest.to(AN).atLeast(AuthenticationLevel.LEVEL_4)))
        .isInstanceOf(LoginOutcome.Approved.class);
  }

  @Test
  void asksTheProviderNoMoreOftenThanItAllows() {
    PushId id = start(PushRequest.to(IGNORES)).id();
    assertThat(check(id)).isInstanceOf(PushStatus.Waiting.class);
    assertThat(polls()).isZero();
    mock.advance(Duration.ofSeconds(2));
    for (int i = 0; i < 5; i++) {
      assertThat(check(id)).isInstanceOf(PushStatus.Waiting.class);
    }
    assertThat(polls()).isEqualTo(1);
    assertThat(mock.refusals()).noneMatch(why -> why.contains("slow_down"));
  }

  @Test
  void obeysAProviderThatWantsToBeAskedLessOften() {
    mock.inject(Fault.PUSH_SLOW_DOWN);
    PushId id = start(PushRequest.to(IGNORES)).id();
    mock.advance(Duration.ofSeconds(2));
    assertThat(check(id)).isEqualTo(new PushStatus.Waiting(Duration.ofSeconds(7)));
    mock.advance(Duration.ofSeconds(5));
    check(id);
    assertThat(polls()).isEqualTo(1);
    mock.advance(Duration.ofSeconds(2));
    assertThat(check(id)).isEqualTo(new PushStatus.Waiting(Duration.ofSeconds(7)));
    assertThat(polls()).isEqualTo(2);
  }

  @Test
  void oneOfManyThreadsAsksAndOneLogsIn() throws Exception {
    PushId id = start(PushRequest.to(AN)).id();
    mock.advance(Duration.ofSeconds(2));
    Callable<String> call =
        () -> {
          try {
            return check(id) instanceof PushStatus.Finished ? "finished" : "waiting";
          } catch (UntrustedException e) {
            return e.check().name();
          }
        };
    assertThat(atOnce(32, call)).containsOnlyOnce("finished");
    assertThat(polls()).isEqualTo(1);
  }

  @Test
  void aPushBelongsToItsBrowser() {
    PushId id = start(PushRequest.to(AN)).id();
    mock.advance(Duration.ofSeconds(2));
    refuses(Check.STATE, () -> app.client().pushLogin().check(id, Application.newBrowser()));
    refuses(Check.STATE, () -> app.client().pushLogin().outcome(id, Application.newBrowser()));
    app.client().pushLogin().cancel(id, Application.newBrowser());
    assertThat(check(id)).isInstanceOf(PushStatus.Finished.class);
    refuses(Check.STATE, () -> check(id));
  }

  @Test
  void severalPushesOfOneBrowserAreEachTheirOwn() {
    PushId first = start(PushRequest.to(IGNORES)).id();
    PushId second = start(PushRequest.to(AN)).id();
    mock.advance(Duration.ofSeconds(2));
    assertThat(check(second)).isInstanceOf(PushStatus.Finished.class);
    assertThat(check(first)).isInstanceOf(PushStatus.Waiting.class);
  }

  @Test
  void aCancelledPushLogsNobodyIn() {
    PushStart start = start(PushRequest.to(AN));
    app.client().pushLogin().cancel(start.id(), browser);
    mock.advance(Duration.ofSeconds(2));
    refuses(Check.STATE, () -> check(start.id()));
    assertThat(polls()).isZero();
  }

  @Test
  void aNumberWithoutAnAccountIsTheCallersToMend() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> start(PushRequest.to(CitizenId.parse("099085999999"))))
        .satisfies(e -> assertThat(e.field()).isEqualTo("citizenId"))
        .withMessageNotContaining("999999");
  }

  @Test
  void noRealNumberGoesToASandbox() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> start(PushRequest.to(CitizenId.parse("001" + "085000011"))));
    assertThat(mock.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"two\nlines", "a\u0000b", "x"})
  void aMessageIsOneShortLine(String message) {
    String text = message.equals("x") ? "x".repeat(61) : message;
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> PushRequest.to(AN).saying(text))
        .satisfies(e -> assertThat(e.field()).isEqualTo("message"));
  }

  @Test
  void anIdTokenOfAnotherPushIsRefused() {
    mock.inject(Fault.PUSH_ID_TOKEN_OTHER_REQUEST);
    PushId id = start(PushRequest.to(AN)).id();
    mock.advance(Duration.ofSeconds(2));
    refuses(Check.NONCE, () -> check(id));
    refuses(Check.STATE, () -> check(id));
  }

  @Test
  void anotherCitizenThanTheOneWhosePhoneWasAskedIsRefused() {
    mock.inject(Fault.PUSH_ID_TOKEN_OTHER_CITIZEN);
    PushId id = start(PushRequest.to(AN)).id();
    mock.advance(Duration.ofSeconds(2));
    refuses(Check.SUBJECT, () -> check(id));
  }

  @Test
  void goesOnWaitingWhileTheProviderIsBusy() throws Exception {
    PushStart start = start(PushRequest.to(AN));
    mock.injectOnce(Fault.TOKEN_RATE_LIMITED);
    assertThat(app.client().pushLogin().await(start.id(), browser))
        .isInstanceOf(LoginOutcome.Approved.class);
  }

  @Test
  void aProviderThatIsBusyForAnHourIsNotWaitedForLongerThanTheCitizen() throws Exception {
    Application busy =
        withHttp(
            chain ->
                isToken(chain.request())
                    ? answer(chain.request(), 429).header("Retry-After", "3600").build()
                    : chain.proceed(chain.request()));
    try (busy) {
      PushStart start = busy.client().pushLogin().start(PushRequest.to(AN), browser);
      assertThat(busy.client().pushLogin().await(start.id(), browser))
          .isEqualTo(new LoginOutcome.Expired());
      assertThat(mock.clock().instant()).isBefore(start.answerBy().plusSeconds(1));
    }
  }

  @Test
  void aFailureOfTheApplicationsOwnHttpClientLosesNoPush() throws Exception {
    AtomicBoolean fails = new AtomicBoolean(true);
    Application broken =
        withHttp(
            chain -> {
              if (isToken(chain.request()) && fails.getAndSet(false)) {
                throw new IllegalStateException("an interceptor's bug");
              }
              return chain.proceed(chain.request());
            });
    try (broken) {
      PushId id = broken.client().pushLogin().start(PushRequest.to(AN), browser).id();
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> broken.client().pushLogin().await(id, browser));
      assertThat(broken.client().pushLogin().await(id, browser))
          .isInstanceOf(LoginOutcome.Approved.class);
    }
  }

  @Test
  void aPushThatIsCancelledWhileItIsAskedAboutLogsNobodyIn() throws Exception {
    List<Runnable> whileAsked = new CopyOnWriteArrayList<>();
    Application asking =
        withHttp(
            chain -> {
              Response response = chain.proceed(chain.request());
              if (isToken(chain.request())) {
                whileAsked.forEach(Runnable::run);
              }
              return response;
            });
    try (asking) {
      PushLogin pushes = asking.client().pushLogin();
      PushId id = pushes.start(PushRequest.to(AN), browser).id();
      whileAsked.add(() -> pushes.cancel(id, browser));
      mock.advance(Duration.ofSeconds(2));
      assertThat(pushes.check(id, browser))
          .isEqualTo(new PushStatus.Finished(new LoginOutcome.Expired()));
    }
  }

  private Application withHttp(Interceptor interceptor) {
    OkHttpClient http = new OkHttpClient.Builder().addInterceptor(interceptor).build();
    return Application.of(Application.builder(mock).httpClient(http).build());
  }

  private static boolean isToken(Request request) {
    return request.url().encodedPath().equals("/token");
  }

  private static Response.Builder answer(Request request, int status) {
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("");
  }

  @Test
  void anAnswerThatWasLostIsAnExpiredLoginAndNeverALateOne() throws Exception {
    PushStart start = start(PushRequest.to(AN));
    mock.injectOnce(Fault.TOKEN_CONNECTION_RESET);
    assertThat(app.client().pushLogin().await(start.id(), browser))
        .isEqualTo(new LoginOutcome.Expired());
  }

  @Test
  void aWaitThatIsCancelledOrWhoseClientIsClosedAsksNoMore() throws Exception {
    CompletableFuture<LoginOutcome> wait =
        app.client().pushLogin().outcome(start(PushRequest.to(IGNORES)).id(), browser);
    wait.cancel(true);
    app.close();
    CompletableFuture<LoginOutcome> late =
        app.client().pushLogin().outcome(start(PushRequest.to(IGNORES)).id(), browser);
    assertThat(late).isCancelled();
  }

  @Test
  void aPushSessionCallsApisToo() throws Exception {
    LoginOutcome outcome = finished(PushRequest.to(AN).withScopes("sandbox"));
    LoginSession session = ((LoginOutcome.Approved) outcome).session();
    assertThat(session.sessionId()).isPresent();
    assertThat(session.isEnded()).isFalse();
  }

  @Test
  void aProviderThatIsDownIsUnavailableAndThePushIsNotSentTwice() {
    EidMock down = EidMock.start();
    try (Application lonely = Application.at(down)) {
      down.close();
      assertThatExceptionOfType(UnavailableException.class)
          .isThrownBy(() -> lonely.client().pushLogin().start(PushRequest.to(AN), browser));
    }
  }

  private LoginOutcome finished(PushRequest request) throws InterruptedException {
    return app.client().pushLogin().await(start(request).id(), browser);
  }

  private PushStart start(PushRequest request) {
    return app.client().pushLogin().start(request, browser);
  }

  private PushStatus check(PushId id) {
    return app.client().pushLogin().check(id, browser);
  }

  private static void refuses(
      Check check, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.check()).isEqualTo(check));
  }

  private long polls() {
    return mock.requests().stream()
        .filter(request -> request.path().equals("/token"))
        .filter(request -> request.form("auth_req_id").isPresent())
        .count();
  }

  private SeenRequest sent(String path) {
    return mock.requests().stream()
        .filter(request -> request.path().equals(path))
        .findFirst()
        .orElseThrow();
  }
}
