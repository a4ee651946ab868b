package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.eid.Threads.atOnce;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.ConsentEndedException;
import vn.eid.StorageKey;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.consent.Consent;
import vn.eid.internal.MemoryStore;
import vn.eid.login.BrowserSession;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginSession;
import vn.eid.login.LoginStart;
import vn.eid.login.PushRequest;
import vn.eid.login.PushStart;
import vn.eid.login.PushStatus;
import vn.eid.mock.EidMock;
import vn.eid.mock.EidMockTest;
import vn.eid.mock.EventKind;
import vn.eid.records.HealthData;
import vn.eid.records.Pull;
import vn.eid.records.PullRequest;
import vn.eid.records.SealedRecords;
import vn.eid.spi.SharedStore;
import vn.eid.webhook.WebhookEvent;

/** Two nodes of one application behind a balancer, which share a store and nothing else. */
@EidMockTest
class TwoNodesTest {
  private static final String AN = "099085000011";
  private static final StorageKey NEW_KEY =
      StorageKey.of("one more key of exactly 32 bytes".getBytes(StandardCharsets.US_ASCII));

  private final BrowserSession browser = Application.newBrowser();
  private EidMock mock;
  private Faltering store;
  private Application one;
  private Application two;

  @BeforeEach
  void start(EidMock server) {
    mock = server;
    store = new Faltering(new MemoryStore(server.clock()));
    one = node(Application.STORAGE_KEY);
    two = node(Application.STORAGE_KEY);
  }

  @AfterEach
  void stop() {
    one.close();
    two.close();
  }

  @Test
  void eachFinishesALoginThatTheOtherBegan() {
    LoginStart start = one.begin(browser);
    assertThat(finish(two, Application.callbackOf(start)))
        .isInstanceOf(LoginOutcome.Approved.class);
  }

  @Test
  void aCallbackCountsOnceInTheWholeCluster() throws Exception {
    URI callback = Application.callbackOf(one.begin(browser));
    AtomicInteger turn = new AtomicInteger();
    List<String> ends =
        atOnce(
            16,
            () -> {
              try {
                Application node = turn.incrementAndGet() % 2 == 0 ? one : two;
                return finish(node, callback).getClass().getSimpleName();
              } catch (UntrustedException e) {
                return e.check().name();
              }
            });
    assertThat(ends).containsOnlyOnce("Approved").contains("STATE");
    assertThat(ends).allMatch(end -> end.equals("Approved") || end.equals("STATE"));
  }

  @Test
  void eachAsksAboutAPushThatTheOtherStarted() {
    PushStart start = one.client().pushLogin().start(PushRequest.to(CitizenId.parse(AN)), browser);
    PushStatus waiting = two.client().pushLogin().check(start.id(), browser);
    mock.advance(((PushStatus.Waiting) waiting).nextCheckIn());
    PushStatus status = two.client().pushLogin().check(start.id(), browser);
    assertThat(((PushStatus.Finished) status).outcome()).isInstanceOf(LoginOutcome.Approved.class);
    refuses(Check.STATE, () -> one.client().pushLogin().check(start.id(), browser));
  }

  @Test
  void aNoticeToOneNodeLetsTheOtherAskAtOnce() {
    mock.citizen(AN).ignoresNext();
    PushStart start = one.client().pushLogin().start(PushRequest.to(CitizenId.parse(AN)), browser);
    assertThat(one.client().pushLogin().check(start.id(), browser))
        .isInstanceOf(PushStatus.Waiting.class);
    var sent = mock.requests().stream().filter(r -> r.path().endsWith("/ciba")).findFirst();
    String token = sent.orElseThrow().form("client_notification_token").orElseThrow();
    String push = mock.pendingPushes().get(0).authReqId();
    mock.citizen(AN).approvePush(push);
    two.client()
        .webhooks()
        .accept(
            Map.of(
                "Content-Type",
                List.of("application/json"),
                "Authorization",
                List.of("Bearer " + token)),
            ("{\"auth_req_id\":\"" + push + "\"}").getBytes(StandardCharsets.UTF_8));
    assertThat(one.client().pushLogin().check(start.id(), browser))
        .isInstanceOf(PushStatus.Finished.class);
  }

  @Test
  void anEventCountsOnceInTheWholeCluster() {
    byte[] event = mock.securityEvent().getBytes(StandardCharsets.US_ASCII);
    assertThat(accept(one, event)).isInstanceOf(WebhookEvent.TaxCaseDecided.class);
    assertThat(accept(two, event)).isInstanceOf(WebhookEvent.Repeated.class);
  }

  @Test
  void aSessionThatIsLoggedOutOnOneNodeIsOverOnTheOther() {
    LoginSession session = session(two);
    assertThat(two.client().loginSessions().isLoggedOut(session)).isFalse();
    acceptLogout(one);
    assertThat(two.client().loginSessions().isLoggedOut(session)).isTrue();
    assertThat(
            two.client()
                .loginSessions()
                .isLoggedOut(two.client().loginSessions().reopen(session.seal())))
        .isTrue();
    mock.advance(Duration.ofSeconds(1));
    assertThat(one.client().loginSessions().isLoggedOut(session(one))).isFalse();
  }

  @Test
  void aConsentThatOneNodeKnowsToHaveEndedIsReadUnderByNone() {
    Consent.Active consent = one.consent(AN, HealthData.IMMUNIZATIONS);
    mock.citizen(AN).revoke(consent.id().value());
    assertThat(two.client().consents().find(consent.id())).isInstanceOf(Consent.Ended.class);
    int requests = mock.requests().size();
    assertThatExceptionOfType(ConsentEndedException.class).isThrownBy(() -> pull(one, consent));
    assertThat(mock.requests()).hasSize(requests);
  }

  @Test
  void anEventThatEndsAConsentOnOneNodeStopsTheOtherAtOnceAndErasesItsCopy(@TempDir Path folder) {
    Consent.Active consent = two.consent(AN, HealthData.IMMUNIZATIONS);
    try (SealedRecords copies = two.client().sealedRecords(folder, Duration.ofHours(24))) {
      copies.keep(begun(two, consent));
      assertThat(copies.read(consent, HealthData.IMMUNIZATIONS)).isNotEmpty();
      int requests = mock.requests().size();
      String ended = mock.securityEvent(EventKind.CONSENT_ENDED, consent.id().value());
      assertThat(accept(one, ended.getBytes(StandardCharsets.US_ASCII)))
          .isInstanceOf(WebhookEvent.ConsentEnded.class);
      assertThatExceptionOfType(ConsentEndedException.class).isThrownBy(() -> pull(two, consent));
      assertThatExceptionOfType(ConsentEndedException.class)
          .isThrownBy(() -> copies.read(consent, HealthData.IMMUNIZATIONS));
      assertThat(copies.erasure(consent.id())).isPresent();
      assertThat(mock.requests().subList(requests, mock.requests().size()))
          .noneMatch(request -> request.path().matches("/(token|consent|fhir).*"));
    }
  }

  @Test
  void anEndThatTheOtherNodesCouldNotBeToldOfComesAgain() {
    Consent.Active consent = one.consent(AN, HealthData.IMMUNIZATIONS);
    byte[] ended =
        mock.securityEvent(EventKind.CONSENT_ENDED, consent.id().value())
            .getBytes(StandardCharsets.US_ASCII);
    store.down = true;
    unavailable(() -> accept(one, ended));
    store.down = false;
    assertThat(accept(one, ended)).isInstanceOf(WebhookEvent.ConsentEnded.class);
    assertThatExceptionOfType(ConsentEndedException.class).isThrownBy(() -> pull(two, consent));
  }

  @Test
  void theOrderOfEventsIsThatOfAllNodes() {
    byte[] locked = account(EventKind.ACCOUNT_LOCKED);
    byte[] recovered = account(EventKind.ACCOUNT_RECOVERED);
    assertThat(accept(one, recovered)).isInstanceOf(WebhookEvent.AccountRecovered.class);
    assertThat(accept(two, locked)).isInstanceOf(WebhookEvent.Superseded.class);
  }

  @Test
  void anEventIsNotLostWhereTheNodesHaveDifferentKeys() {
    assertThat(accept(one, account(EventKind.ACCOUNT_LOCKED)))
        .isInstanceOf(WebhookEvent.AccountLocked.class);
    byte[] recovered = account(EventKind.ACCOUNT_RECOVERED);
    try (Application stranger = node(NEW_KEY)) {
      unavailable(() -> accept(stranger, recovered));
    }
    try (Application changed = node(NEW_KEY.orFormerly(Application.STORAGE_KEY))) {
      assertThat(accept(changed, recovered)).isInstanceOf(WebhookEvent.AccountRecovered.class);
    }
  }

  private byte[] account(EventKind kind) {
    return mock.securityEvent(kind, AN).getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void withoutTheStoreNobodyIsLoggedInAndAfterItTheSameLoginGoesOn() {
    URI callback = Application.callbackOf(one.begin(browser));
    store.down = true;
    unavailable(() -> one.begin(browser));
    unavailable(() -> finish(two, callback));
    unavailable(() -> two.client().loginSessions().isLoggedOut(session(two)));
    store.down = false;
    assertThat(finish(two, callback)).isInstanceOf(LoginOutcome.Approved.class);
  }

  @Test
  void anEventIsNotLostWhereTheStoreWasDown() {
    LoginSession session = session(one);
    String token = mock.logoutToken(mock.citizen(AN));
    store.down = true;
    unavailable(() -> acceptLogout(one, token));
    store.down = false;
    assertThat(acceptLogout(one, token)).isInstanceOf(WebhookEvent.LoggedOut.class);
    assertThat(two.client().loginSessions().isLoggedOut(session)).isTrue();
  }

  @Test
  void withoutTheStoreNoRecordIsRead() {
    Consent.Active consent = one.consent(AN, HealthData.IMMUNIZATIONS);
    store.down = true;
    unavailable(() -> pull(two, consent));
  }

  @Test
  void nodesWithDifferentKeysFinishNothingOfEachOther() {
    URI callback = Application.callbackOf(one.begin(browser));
    try (Application stranger = node(NEW_KEY)) {
      refuses(Check.DECRYPTION, () -> finish(stranger, callback));
    }
  }

  @Test
  void theKeyIsChangedWithoutLosingALoginUnderWay() {
    URI callback = Application.callbackOf(one.begin(browser));
    try (Application changed = node(NEW_KEY.orFormerly(Application.STORAGE_KEY))) {
      assertThat(finish(changed, callback)).isInstanceOf(LoginOutcome.Approved.class);
    }
  }

  private Application node(StorageKey key) {
    return Application.of(Application.builder(mock).sharedStore(store, key).build());
  }

  private LoginOutcome finish(Application node, URI callback) {
    return node.client().redirectLogin().finish(callback, browser);
  }

  private static LoginSession session(Application node) {
    return ((LoginOutcome.Approved) node.logIn()).session();
  }

  private static Object pull(Application node, Consent.Active consent) {
    try (var pull = begun(node, consent)) {
      return pull.toList();
    }
  }

  private static Pull<HealthData> begun(Application node, Consent.Active consent) {
    return node.client()
        .records()
        .pull(PullRequest.under(consent, Application.TREATMENT, HealthData.IMMUNIZATIONS));
  }

  private static WebhookEvent accept(Application node, byte[] event) {
    return node.client()
        .webhooks()
        .accept(Map.of("Content-Type", List.of("application/secevent+jwt")), event);
  }

  private void acceptLogout(Application node) {
    WebhookEvent unused = acceptLogout(node, mock.logoutToken(mock.citizen(AN)));
  }

  private static WebhookEvent acceptLogout(Application node, String token) {
    return node.client()
        .webhooks()
        .accept(
            Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
            ("logout_token=" + token).getBytes(StandardCharsets.US_ASCII));
  }

  private static void unavailable(Runnable call) {
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(call::run)
        .withMessageContaining("shared store");
  }

  private static void refuses(Check check, Runnable call) {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(call::run)
        .satisfies(e -> assertThat(e.check()).isEqualTo(check));
  }

  /** A store that can be down for a while. */
  private static final class Faltering implements SharedStore {
    private final SharedStore store;
    private volatile boolean down;

    Faltering(SharedStore store) {
      this.store = store;
    }

    @Override
    public boolean add(String key, String value, Duration keep) throws Exception {
      return up().add(key, value, keep);
    }

    @Override
    public Optional<String> find(String key) throws Exception {
      return up().find(key);
    }

    @Override
    public Optional<String> take(String key) throws Exception {
      return up().take(key);
    }

    @Override
    public boolean replace(String key, String found, String value, Duration keep) throws Exception {
      return up().replace(key, found, value, keep);
    }

    private SharedStore up() throws IOException {
      if (down) {
        throw new IOException("connection refused");
      }
      return store;
    }
  }
}
