package vn.eid.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.eid.Threads.atOnce;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.InvalidRequestException;
import vn.eid.MockedApplicationTest;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.login.BrowserSession;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginSession;
import vn.eid.login.PushId;
import vn.eid.login.PushRequest;
import vn.eid.mock.EidMock;
import vn.eid.mock.Fault;
import vn.eid.mock.MockCitizen;

class WebhooksTest extends MockedApplicationTest {
  private static final String NUMBER = "099085000011";
  private static final Map<String, List<String>> FORM =
      Map.of("content-type", List.of("application/x-www-form-urlencoded; charset=utf-8"));

  private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
  private HttpServer server;

  /** An application's endpoint: what it answers is what the Javadoc of accept says. */
  @BeforeEach
  void listen() throws IOException {
    app.logIn();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/webhook", this::take);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    int status = 200;
    try {
      heard.add(app.client().webhooks().accept(exchange.getRequestHeaders(), body));
    } catch (UntrustedException e) {
      heard.add(e);
      status = 400;
    }
    exchange.getResponseHeaders().add("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Test
  void aLogoutAtTheProviderArrivesAndNamesTheSession() throws Exception {
    mock.deliverLogoutTo(endpoint());
    LoginSession session = ((LoginOutcome.Approved) app.logIn()).session();
    mock.signsIn("099192000022");
    LoginSession other = ((LoginOutcome.Approved) app.logIn()).session();

    mock.endSessionsOf(citizen());

    mock.awaitDeliveries();
    List<WebhookEvent.LoggedOut> events =
        heard.stream().map(WebhookEvent.LoggedOut.class::cast).toList();
    assertThat(events).filteredOn(event -> event.concerns(session)).hasSize(1);
    assertThat(events).noneMatch(event -> event.concerns(other));
    assertThat(events.toString()).doesNotContain(session.subject());
  }

  @Test
  void aLogoutWithoutASessionConcernsAllOfTheCitizens() {
    LoginSession one = ((LoginOutcome.Approved) app.logIn()).session();
    LoginSession two = ((LoginOutcome.Approved) app.logIn()).session();
    var all = new WebhookEvent.LoggedOut(Optional.of(one.subject()), Optional.empty());
    assertThat(all.concerns(one)).isTrue();
    assertThat(all.concerns(two)).isTrue();
    var first = new WebhookEvent.LoggedOut(Optional.empty(), one.sessionId());
    assertThat(first.concerns(one)).isTrue();
    assertThat(first.concerns(two)).isFalse();
    var mixed = new WebhookEvent.LoggedOut(Optional.of("somebody else"), one.sessionId());
    assertThat(mixed.concerns(one)).isFalse();
  }

  @Test
  void aLogoutTokenIsTakenByOneOfManyThreads() throws Exception {
    byte[] body = logout();
    Callable<String> call =
        () -> {
          try {
            app.client().webhooks().accept(FORM, body);
            return "accepted";
          } catch (UntrustedException e) {
            return e.check().name();
          }
        };
    assertThat(atOnce(32, call)).containsOnlyOnce("accepted").containsOnly("accepted", "REPLAY");
    refuses(Check.REPLAY, body);
  }

  @Test
  void anOldLogoutTokenIsRefusedForAsLongAsItCouldBeReplayed() {
    byte[] body = logout();
    app.client().webhooks().accept(FORM, body);
    mock.advance(Duration.ofMinutes(2));
    refuses(Check.REPLAY, body);
    mock.advance(Duration.ofMinutes(20));
    refuses(Check.EXPIRY, body);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      mode = EnumSource.Mode.MATCH_ALL,
      names = "LOGOUT_TOKEN_(?!TWICE).*")
  void aRefusedLogoutTokenUsesNoIdUp(Fault fault) {
    mock.injectOnce(fault);
    byte[] bad = logout();
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> app.client().webhooks().accept(FORM, bad));
    assertThat(app.client().webhooks().accept(FORM, logout()))
        .isInstanceOf(WebhookEvent.LoggedOut.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x=1", "logout_token=", "logout_token=a&logout_token=b", "logout_token=%zz"})
  void aFormWithoutExactlyOneLogoutTokenIsRefused(String form) {
    refuses(Check.FORMAT, form.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aFormWithTwoGoodLogoutTokensIsRefusedToo() {
    String form = new String(logout(), StandardCharsets.US_ASCII);
    refuses(Check.FORMAT, (form + "&" + form).getBytes(StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "", "application/xml"})
  void aMessageOfAnotherTypeIsRefused(String type) {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(
            () ->
                app.client().webhooks().accept(Map.of("Content-Type", List.of(type)), new byte[0]))
        .satisfies(e -> assertThat(e.check()).isEqualTo(Check.FORMAT));
  }

  @Test
  void aHeaderThatComesTwiceCountsAsNone() {
    String form = "application/x-www-form-urlencoded";
    Map<String, List<String>> twice = Map.of("Content-Type", List.of(form, "text/plain"));
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> app.client().webhooks().accept(twice, logout()))
        .satisfies(e -> assertThat(e.check()).isEqualTo(Check.FORMAT));
  }

  @Test
  void aMessageLargerThanAnyHonestOneIsRefused() {
    refuses(Check.SIZE, new byte[100_000]);
  }

  @Test
  void aProviderWhoseKeysAreOutOfReachIsNoReasonToTrustOrToForget() {
    EidMock down = EidMock.start();
    try (Application known = Application.at(down);
        Application fresh = Application.at(down)) {
      known.logIn();
      byte[] body = form(down.logoutToken(down.citizen(NUMBER)));
      down.close();
      assertThatExceptionOfType(UnavailableException.class)
          .isThrownBy(() -> fresh.client().webhooks().accept(FORM, body));
      // Who has the keys already needs nobody.
      assertThat(known.client().webhooks().accept(FORM, body))
          .isInstanceOf(WebhookEvent.LoggedOut.class);
    }
  }

  @Test
  void aPingTellsThatAPushWasAnsweredSoThatItCanBeAskedAtOnce() throws Exception {
    mock.notifyPushesAt(endpoint());
    BrowserSession browser = Application.newBrowser();
    mock.citizen(NUMBER).ignoresNext();
    var start = app.client().pushLogin().start(PushRequest.to(CitizenId.parse(NUMBER)), browser);
    CompletableFuture<LoginOutcome> wait = app.client().pushLogin().outcome(start.id(), browser);
    String authReqId = mock.pendingPushes().get(0).authReqId();
    citizen().approvePush(authReqId);

    assertThat(heard.poll(10, TimeUnit.SECONDS))
        .isEqualTo(new WebhookEvent.PushAnswered(start.id()));
    assertThat(wait.get(10, TimeUnit.SECONDS)).isInstanceOf(LoginOutcome.Approved.class);
  }

  @Test
  void aPingWithoutItsTokenOrAboutAnotherPushIsRefused() {
    BrowserSession browser = Application.newBrowser();
    app.client().pushLogin().start(PushRequest.to(CitizenId.parse(NUMBER)), browser);
    String token =
        mock.requests().stream()
            .flatMap(request -> request.form("client_notification_token").stream())
            .findFirst()
            .orElseThrow();
    for (List<String> authorization :
        List.of(
            List.<String>of(),
            List.of("Bearer wrong"),
            List.of("Basic " + token),
            List.of("Bearer " + token, "Bearer " + token),
            List.of("Bearer " + token))) {
      assertThatExceptionOfType(UntrustedException.class)
          .isThrownBy(
              () ->
                  app.client()
                      .webhooks()
                      .accept(
                          Map.of(
                              "Content-Type",
                              List.of("application/json"),
                              "Authorization",
                              authorization),
                          "{\"auth_req_id\":\"another\"}".getBytes(StandardCharsets.UTF_8)))
          .satisfies(e -> assertThat(e.check()).isEqualTo(Check.STATE));
    }
  }

  @Test
  void aHandleFromAPageIsReadStrictly() {
    assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> PushId.of("../x"));
  }

  private void refuses(Check check, byte[] body) {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> app.client().webhooks().accept(FORM, body))
        .satisfies(e -> assertThat(e.check()).isEqualTo(check));
  }

  private MockCitizen citizen() {
    return mock.citizen(NUMBER);
  }

  private byte[] logout() {
    return form(mock.logoutToken(citizen()));
  }

  private static byte[] form(String logoutToken) {
    return ("logout_token=" + URLEncoder.encode(logoutToken, StandardCharsets.UTF_8))
        .getBytes(StandardCharsets.US_ASCII);
  }

  private URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhook");
  }
}
