package vn.eid.mock;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.eid.mock.door.AdminDoor;
import vn.eid.mock.notice.Deliveries;
import vn.eid.mock.notice.SecurityEvents;
import vn.eid.mock.people.GeneratedPeople;
import vn.eid.mock.people.Payroll;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.Citizens;
import vn.eid.mock.state.Clients;
import vn.eid.mock.state.DemoClient;
import vn.eid.mock.state.JweRecipient;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.RegisteredKeys;
import vn.eid.mock.tls.ServerIdentity;

/**
 * A mock of Vietnam's national identity systems on this machine: e-ID login, consent, records, tax
 * links. It refuses what production would refuse and says why in {@link #refusals}; its citizens
 * are synthetic, and they decide by themselves unless the server is {@linkplain
 * MockOptions#interactive interactive}. Safe for use by several threads.
 */
public final class EidMock implements AutoCloseable {
  private final WireMockFront front;
  private final WireMockServer server;
  private final Journal journal;
  private final MockState state;
  private final Router router;
  private final Deliveries deliveries;
  private final Accounts accounts;
  private final Registers registers;
  private final GeneratedPeople people;

  private EidMock(
      WireMockFront front,
      WireMockServer server,
      Journal journal,
      MockState state,
      Router router,
      Deliveries deliveries,
      GeneratedPeople people) {
    this.front = front;
    this.server = server;
    this.journal = journal;
    this.state = state;
    this.router = router;
    this.deliveries = deliveries;
    this.accounts = new Accounts(state, deliveries);
    this.registers = new Registers(state, deliveries);
    this.people = people;
  }

  /** Starts a server on a free port of the loopback interface. */
  public static EidMock start() {
    return start(MockOptions.defaults());
  }

  /**
   * Starts a server.
   *
   * @throws MockStartException if the port is in use or the host is not this machine's
   * @throws IllegalArgumentException if something is to be encrypted for a client whose keys are
   *     none to encrypt for
   */
  public static EidMock start(MockOptions options) {
    Citizens citizens = options.loadCitizens();
    Clients clients = new Clients(options.demoClient());
    WireMockFront front = new WireMockFront(options.isAdminDoorOpen());
    Optional<ServerIdentity> identity = options.identity();
    WireMockServer server = front.listen(options.host(), options.port(), identity);
    MockState state =
        new MockState(
            options.issuer(WireMockFront.port(server)),
            options.isInteractive(),
            citizens,
            clients,
            options.addresses(),
            identity.map(ServerIdentity::authorityPem));
    state.taxBatches().startWith(options.seed(), options.taxRowsPerSecond());
    options.fixedTime().ifPresent(state.clock()::startStandingAt);
    Journal journal = new Journal();
    Deliveries deliveries = new Deliveries();
    state.consents().onChange(new SecurityEvents(state, deliveries)::consentChanged);
    Router router = new Router(state, journal, deliveries);
    EidMock mock = new EidMock(front, server, journal, state, router, deliveries, options.people());
    router.alsoServe(AdminDoor.routes(mock, state));
    front.routeTo(router);
    return mock;
  }

  /** What answers, without the network before it. */
  Router router() {
    return router;
  }

  /** The issuer: the server's URL, without a path or a trailing slash. */
  public URI issuer() {
    return URI.create(state.issuer());
  }

  /**
   * The certificate, in PEM, of the authority that the server's own is from: for an application's
   * trust store. Each server has another one, good from yesterday for three months, and nobody has
   * the key to sign anything else with it.
   *
   * @throws IllegalStateException if the server was not started with {@link MockOptions#https}
   */
  public String caCertificatePem() {
    return state
        .caCertificate()
        .orElseThrow(() -> new IllegalStateException("This server speaks HTTP, not HTTPS."));
  }

  /** The id of the client that is registered from the start. */
  public String clientId() {
    return state.clients().demo().client().id();
  }

  /**
   * That client's private key as a JWK: EC P-256, with {@code kid}, for ES256. The server made it;
   * where other keys are registered, their owner alone has them.
   */
  public String clientKeyJwk() {
    return state.clients().demo().key().privateJwk();
  }

  /**
   * The private key, as a JWK with {@code kid}, that opens what the server encrypts for that client
   * with this algorithm: EC P-256 for {@code ECDH-ES}, RSA for {@code RSA-OAEP-256}. All servers of
   * one process have the same.
   *
   * @throws IllegalArgumentException if the algorithm is another one
   */
  public String clientEncryptionKeyJwk(String alg) {
    return DemoClient.encryptionKey(JweRecipient.checkAlgorithm(alg)).privateJwk();
  }

  /**
   * Registers other public keys for that client, as its owner does who changes them: a JWKS with
   * keys to sign and, of the use {@code enc}, keys to encrypt for. What the client signs with its
   * old keys is refused from now on. {@link #reset} brings the keys of the start back.
   *
   * @throws IllegalArgumentException if it is no JWKS, if a key is private or without a {@code kid}
   *     of its own, or if something is to be encrypted and none of the keys is one to encrypt for
   */
  public void registerClientKeys(String publicJwks) {
    state.clients().registerDemoKeys(RegisteredKeys.parse(publicJwks));
  }

  /**
   * The citizen of a number.
   *
   * @throws IllegalArgumentException if there is none
   */
  public MockCitizen citizen(String number) {
    return mock(
        state
            .citizens()
            .settle(number)
            .orElseThrow(
                () -> new IllegalArgumentException("The mock has no citizen of that number.")));
  }

  /** Everybody that the server knows, in the order of the file. */
  public List<MockCitizen> citizens() {
    return state.citizens().all().stream().map(this::mock).toList();
  }

  /**
   * Adds a citizen until {@link #reset}; everything that the mock plays knows this person at once.
   *
   * @throws IllegalArgumentException if the person cannot be, such as one with a number that could
   *     be a real person's, or the number is another citizen's
   */
  public MockCitizen add(CitizenDraft draft) {
    return mock(state.citizens().add(draft.row(), state.clock().instant(), CitizenDraft::refusal));
  }

  private MockCitizen mock(Citizen citizen) {
    return new MockCitizen(citizen, state.consents(), accounts);
  }

  /** Puts a citizen in front of the browser: this one answers the next logins. */
  public void signsIn(MockCitizen citizen) {
    signsIn(citizen.number());
  }

  /**
   * The same, by number. Until {@link #reset} it is the ordinary citizen, 099085000011.
   *
   * @throws IllegalArgumentException if there is no such citizen
   */
  public void signsIn(String number) {
    state.seatAtBrowser(citizen(number).number());
  }

  /**
   * The requests that wait on the citizens' phones, the oldest first. Those of citizens who decide
   * by themselves wait for nobody: have one {@linkplain MockCitizen#ignoresNext look away} first.
   */
  public List<PendingPush> pendingPushes() {
    return accounts.pendingPushes();
  }

  /**
   * Registers the client for pings: from now on its requests on a phone need a {@code
   * client_notification_token}, and each decision is posted here with it. Until {@link #reset}.
   *
   * @throws IllegalArgumentException if the address is not an absolute http or https one
   */
  public void notifyPushesAt(URI uri) {
    state.addresses().notifyPushesAt(RedirectUris.requireHttp(uri));
  }

  /**
   * Registers where the client is told that a session has ended: each one that does so from now on
   * is posted here as a logout token. Until {@link #reset}.
   *
   * @throws IllegalArgumentException if the address is not an absolute http or https one
   */
  public void deliverLogoutTo(URI uri) {
    state.addresses().deliverLogoutTo(RedirectUris.requireHttp(uri));
  }

  /**
   * Registers where the client is told what the registry did, in security event tokens (RFC 8417)
   * that are pushed (RFC 8935). What happens before waits until the client fetches it (RFC 8936).
   * Until {@link #reset}.
   *
   * @throws IllegalArgumentException if the address is not an absolute http or https one
   */
  public void deliverEventsTo(URI uri) {
    state.addresses().deliverEventsTo(RedirectUris.requireHttp(uri));
  }

  /**
   * Decides a tax link that is under review, as a clerk does, and makes the link if that is the
   * decision. The client is told, see {@link #deliverEventsTo}.
   *
   * @throws IllegalStateException if there is no such case, or it is decided
   */
  public void decideCase(String caseNumber, CaseDecision decision) {
    registers.decideCase(caseNumber, decision);
  }

  /** Denies every population check, whomever it is about, until {@link #reset}. */
  public void denyPopulationChecks(CheckDenial why) {
    state.population().deny(why);
  }

  /**
   * Lets each client make so many more population checks before midnight in Vietnam, by the
   * server's clock; without it, as many as it wants.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public void limitPopulationChecks(int checks) {
    if (checks < 0) {
      throw new IllegalArgumentException("A budget is no less than 0 checks.");
    }
    state.population().budget().limit(checks);
  }

  /**
   * Puts the population register out of order for so long, by the server's clock: it says that it
   * is unavailable.
   *
   * @throws IllegalArgumentException if the time is negative
   */
  public void takePopulationRegisterDown(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("A register cannot be out of order in the past only.");
    }
    state.population().goDown(time);
  }

  /**
   * Ends a citizen's sessions, as the national app can: their access and refresh tokens are dead at
   * once, and the clients are told, see {@link #deliverLogoutTo}.
   */
  public void endSessionsOf(MockCitizen citizen) {
    accounts.endSessions(citizen.number());
  }

  /**
   * A logout token about a citizen's latest session, new each time, as {@link #deliverLogoutTo}
   * would post it; nothing is posted and the session goes on. The faults that spoil logout tokens
   * spoil this one.
   *
   * @throws IllegalStateException if the citizen has no session
   */
  public String logoutToken(MockCitizen citizen) {
    return accounts.logoutToken(citizen.number());
  }

  /**
   * A security event token about a decided case, new each time, as {@link #deliverEventsTo} would
   * post it; nothing is posted, and there is no such case. The faults that spoil events spoil this
   * one.
   */
  public String securityEvent() {
    return securityEvent(EventKind.TAX_CASE_DECIDED, "CASE-0000");
  }

  /**
   * A security event token of a kind, new each time and newer than all before it, as {@link
   * #deliverEventsTo} would post it; nothing is posted, and nothing has happened. The faults that
   * spoil events spoil this one.
   *
   * @param about what the kind says: a consent's id, a citizen's number, a case's number or a
   *     batch's id; whether there is such a one is not asked, but for citizens
   * @throws IllegalArgumentException if there is no such citizen
   */
  public String securityEvent(EventKind kind, String about) {
    if (kind.isAboutCitizen()) {
      return registers.event(kind, clientId(), citizen(about).number());
    }
    return registers.event(kind, clientId(), about);
  }

  /**
   * Changes how a citizen's tax code stands, until {@link #reset}; the client is told that it did.
   *
   * @param code the status, 00 to 10 (Circular 90/2026/TT-BTC, annex I)
   * @param reason the reason code of that status
   * @throws IllegalArgumentException if one of them is not two digits
   * @throws IllegalStateException if the tax registry knows nobody of that number
   */
  public void changeTaxStatus(String number, String code, String reason) {
    if (!code.matches("[0-9]{2}") || !reason.matches("[0-9]{2}")) {
      throw new IllegalArgumentException(
          "A status and a reason are two digits each, as 00 and 03.");
    }
    registers.changeTaxStatus(number, code, reason);
  }

  /**
   * Waits until every ping, logout token and event that is due was answered, or was sent three
   * times. They are posted one after the other on a thread of the server's own.
   *
   * @throws IllegalStateException if that takes longer than 30 seconds
   */
  public void awaitDeliveries() {
    deliveries.await(Duration.ofSeconds(30));
  }

  /**
   * Has the tax registry take no more rows of batches a second than this, by the server's clock,
   * until {@link #reset}; 0 for no limit.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public void limitTaxRows(int perSecond) {
    state.taxBatches().limitRows(MockOptions.requireNotNegative(perSecond, "The limit"));
  }

  /**
   * Has each batch of the tax registry take a while of its own, up to this long by the server's
   * clock, so that batches finish in another order than they came in. Until {@link #reset}; zero
   * for at once, as in the beginning.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public void slowBatches(Duration atMost) {
    MockOptions.requireNotNegative(atMost.toMillis(), "The time");
    state.taxBatches().slowDown(atMost);
  }

  /**
   * What an employer has in the files about so many of the {@linkplain MockOptions#generate
   * generated} people: mostly right, with misspelt names, swapped days and months, numbers that are
   * nobody's, forgotten and mistyped old codes, and rows that stand there twice. The same for the
   * same server options, made as it is read.
   *
   * @throws IllegalArgumentException if there are fewer people than rows
   */
  public Stream<PayrollRow> payroll(long rows) {
    return payroll(rows, people.seed());
  }

  /**
   * Another such payroll: the seed says who is in it, and what is wrong in it.
   *
   * @throws IllegalArgumentException if there are fewer people than rows
   */
  public Stream<PayrollRow> payroll(long rows, long seed) {
    return new Payroll(state.citizens(), people, seed).rows(rows);
  }

  /**
   * How often the tax registry was asked to link this number and did, or found that it was done:
   * more than once where somebody did a thing twice. What it answered from memory, because an
   * idempotency key or a row key came again, does not count.
   */
  public long timesLinked(String number) {
    return state.taxRegistry().timesLinked(number);
  }

  /** How many numbers became tax codes here since the start or the last {@link #reset}. */
  public long linksMade() {
    return state.taxRegistry().linksMade();
  }

  /** How many batches the tax registry took on, those that came again included. */
  public int batchesReceived() {
    return (int) state.taxBatches().received();
  }

  /** How many rows were in them. */
  public long rowsReceived() {
    return state.taxBatches().rowsReceived();
  }

  /** How many of these rows it worked on; it answered the others from memory. */
  public long rowsDone() {
    return state.taxBatches().rowsDone();
  }

  /** Makes the server misbehave in one way until {@link #reset}. */
  public void inject(Fault fault) {
    inject(Injection.of(fault));
  }

  /** Makes the server misbehave in one way the next time that it can. */
  public void injectOnce(Fault fault) {
    inject(Injection.of(fault).once());
  }

  /**
   * Makes the server misbehave in one way, as often and towards whom the injection says, until
   * {@link #reset}.
   *
   * @throws IllegalArgumentException if it is aimed at a client, a citizen or a path that is not
   *     here, or where this fault can never happen
   */
  public void inject(Injection injection) {
    injection.path().ifPresent(router::requireServed);
    injection.citizen().ifPresent(this::citizen);
    if (injection.client().filter(id -> state.clients().find(id).isEmpty()).isPresent()) {
      throw new IllegalArgumentException("The mock has no client of that id.");
    }
    Aim.requirePossible(injection);
    state.faults().inject(injection);
  }

  /** What is switched on; what is counted says how often it is left to happen. */
  public List<Injection> injected() {
    return state.faults().injected();
  }

  /**
   * How often a fault happened since the start or the last {@link #reset}. One that could not,
   * because the application never came by its place, did not.
   */
  public long firings(Fault fault) {
    return state.faults().firings(fault);
  }

  /** Has the server behave again: every fault is switched off, and its firings are forgotten. */
  public void clearFaults() {
    state.faults().reset();
  }

  /**
   * Changes the key that the login provider signs with. {@link #reset} brings the first one back,
   * because applications have cached it.
   */
  public void rotateKeys(KeyRotation rotation) {
    state.keys().ofProvider().rotate(rotation);
  }

  /**
   * Moves the server's clock ahead; nothing sleeps.
   *
   * @throws IllegalArgumentException if the duration is negative, or leads out of the years 2000 to
   *     2099
   */
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException(
          "To advance is to go ahead; setClock(...) or reset() sets the clock back.");
    }
    state.clock().advance(by);
  }

  /**
   * Sets the server's clock, and it runs on from there; where it stands, it stands there. It may be
   * set back: what was issued before stays as it is and lives until its own hour comes again (what
   * had expired already may be forgotten), what was used up stays used up, and no limit waits for
   * longer than it would have.
   *
   * @throws IllegalArgumentException if the time is not in the years 2000 to 2099
   */
  public void setClock(Instant time) {
    state.clock().set(time);
  }

  /** Has the server's clock stand still until {@link #runClock} or {@link #reset}. */
  public void stopClock() {
    state.clock().stop();
  }

  /** Has the server's clock run on from where it stands. */
  public void runClock() {
    state.clock().run();
  }

  /**
   * The server's clock, for an application that has to agree with it. The {@code Date} header of
   * each answer tells it.
   */
  public Clock clock() {
    return state.clock();
  }

  /** The last 1,000 requests, the oldest first. */
  public List<SeenRequest> requests() {
    return journal.requests().list();
  }

  /** Of these, the ones that fit, the oldest first. */
  public List<SeenRequest> requests(SeenRequests which) {
    return which.of(requests());
  }

  /**
   * The one of these that fits.
   *
   * @throws AssertionError if none does or several do; it says what was sent instead
   */
  public SeenRequest request(SeenRequests which) {
    return which.one(requests());
  }

  /**
   * The server of WireMock underneath, for stubs of an application's own beside the routes, such as
   * those of a supplier. Such a stub goes before a route. WireMock's journal, and so its {@code
   * verify}, knows the last 1,000 requests that such stubs answered, and nothing of the routes; its
   * admin API over HTTP stays closed. {@link #reset} removes the stubs. Start and stop are this
   * object's: leave them alone. Once it was asked for, each request goes by WireMock, which takes
   * several times as long.
   */
  public WireMockServer wireMock() {
    front.allowStubs();
    return server;
  }

  /** The last 1,000 requests that no route of the server matched. */
  public List<SeenRequest> unmatchedRequests() {
    return journal.unmatched().list();
  }

  /** Why the last 1,000 refused requests were refused: one plain sentence each. */
  public List<String> refusals() {
    return journal.refusals().list();
  }

  /**
   * Refuses from now on, until {@link #reset}, each request that relies on what is only assumed of
   * the national systems: 501 {@code assumed}, so that a test shows what it relies on. {@code GET
   * /fidelity} lists what is assumed.
   */
  public void failOnAssumed() {
    router.assumptions().forbid();
  }

  /**
   * Puts everything back to the start; the port, the subjects, the clients, and the keys as they
   * were at the start, stay.
   */
  public void reset() {
    deliveries.reset();
    state.reset();
    router.assumptions().allow();
    journal.clear();
    server.resetAll();
  }

  /** Stops the server; what was not posted yet is dropped. */
  @Override
  public void close() {
    server.stop();
    deliveries.close();
  }

  MockState state() {
    return state;
  }

  List<String> reliedOnAssumptions() {
    return router.assumptions().relied();
  }

  String nearestRoute(SeenRequest request) {
    return router.nearest(request);
  }
}
