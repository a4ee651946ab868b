package vn.eid.mock.state;

import java.time.Duration;
import java.util.Optional;
import vn.eid.mock.fault.Faults;
import vn.eid.mock.trace.History;

/** Everything that the mock remembers: one object, one {@link #reset}. Safe for use by threads. */
public final class MockState {
  private static final String USUAL_CITIZEN = "099085000011";

  private final String issuer;
  private final boolean interactive;
  private final Citizens citizens;
  private final Clients clients;
  private final MockClock clock = new MockClock();
  private final Keys keys = new Keys(clock);
  private final Subjects subjects = new Subjects();
  private final Faults faults = new Faults();
  private final Nonces nonces = new Nonces(clock);
  private final ReplayCache assertions = new ReplayCache(clock, Duration.ofMinutes(6));
  private final ReplayCache proofs = new ReplayCache(clock, Duration.ofMinutes(3));
  private final Logins logins = new Logins(clock);
  private final AuthorizationCodes codes = new AuthorizationCodes(clock);
  private final Sessions sessions = new Sessions(clock);
  private final AccessTokens tokens = new AccessTokens(clock, sessions);
  private final RefreshTokens refreshTokens = new RefreshTokens(clock, sessions);
  private final IdempotencyKeys idempotencyKeys = new IdempotencyKeys(clock);
  private final Visits visits = new Visits(clock);
  private final Logouts logouts = new Logouts(clock);
  private final History history = new History();
  private final EventQueues events = new EventQueues(clock);
  private final PushRequests pushes;
  private final ClientAddresses addresses;
  private final Optional<String> caCertificate;
  private final Consents consents;
  private final TaxRegistry taxRegistry;
  private final PopulationRegister population;
  private final TaxBatches taxBatches;
  private volatile Optional<String> atBrowser = Optional.empty();

  /**
   * @param issuer the server's URL without a path or a trailing slash
   * @param interactive whether a person decides on pages, instead of the citizens by themselves
   * @param caCertificate the certificate, in PEM, to trust where the server speaks HTTPS
   */
  public MockState(
      String issuer,
      boolean interactive,
      Citizens citizens,
      Clients clients,
      ClientAddresses addresses,
      Optional<String> caCertificate) {
    this.issuer = issuer;
    this.interactive = interactive;
    this.citizens = citizens;
    this.clients = clients;
    this.addresses = addresses;
    this.caCertificate = caCertificate;
    this.pushes = new PushRequests(clock, citizens, sessions);
    this.consents =
        new Consents(clock, new Receipts(issuer + "/registry", keys.registry(), subjects));
    this.taxRegistry = new TaxRegistry(citizens, clock);
    this.population = new PopulationRegister(citizens, clock);
    this.taxBatches = new TaxBatches(clock, taxRegistry);
  }

  public String issuer() {
    return issuer;
  }

  public boolean interactive() {
    return interactive;
  }

  public Citizens citizens() {
    return citizens;
  }

  public Clients clients() {
    return clients;
  }

  public MockClock clock() {
    return clock;
  }

  public Keys keys() {
    return keys;
  }

  public Subjects subjects() {
    return subjects;
  }

  public Faults faults() {
    return faults;
  }

  public Nonces nonces() {
    return nonces;
  }

  /** The {@code jti} values of client assertions. */
  public ReplayCache assertions() {
    return assertions;
  }

  /** The {@code jti} values of DPoP proofs. */
  public ReplayCache proofs() {
    return proofs;
  }

  public Logins logins() {
    return logins;
  }

  public AuthorizationCodes codes() {
    return codes;
  }

  public Sessions sessions() {
    return sessions;
  }

  public AccessTokens tokens() {
    return tokens;
  }

  public RefreshTokens refreshTokens() {
    return refreshTokens;
  }

  public Logouts logouts() {
    return logouts;
  }

  /** What the clients are told that fetch it. */
  public EventQueues events() {
    return events;
  }

  /** What happened: the last requests, and why the last refused ones were refused. */
  public History history() {
    return history;
  }

  /** The citizens who look at who may read their data. */
  public Visits visits() {
    return visits;
  }

  public PushRequests pushes() {
    return pushes;
  }

  public ClientAddresses addresses() {
    return addresses;
  }

  /** The certificate, in PEM, of the authority to trust; empty where the server speaks HTTP. */
  public Optional<String> caCertificate() {
    return caCertificate;
  }

  public Consents consents() {
    return consents;
  }

  public TaxRegistry taxRegistry() {
    return taxRegistry;
  }

  public PopulationRegister population() {
    return population;
  }

  public TaxBatches taxBatches() {
    return taxBatches;
  }

  public IdempotencyKeys idempotencyKeys() {
    return idempotencyKeys;
  }

  /**
   * The citizen who answers a login when no page is shown: the ordinary one, or the file's first.
   */
  public Citizen atBrowser() {
    return citizens.find(atBrowser.orElse(USUAL_CITIZEN)).orElseGet(() -> citizens.all().get(0));
  }

  public void seatAtBrowser(String citizenId) {
    atBrowser = Optional.of(citizenId);
  }

  /** Back to the start. The first keys, subjects and clients stay: applications stored them. */
  public void reset() {
    clock.reset();
    citizens.reset();
    clients.reset();
    keys.reset();
    faults.reset();
    assertions.clear();
    proofs.clear();
    logins.clear();
    codes.clear();
    sessions.clear();
    tokens.clear();
    refreshTokens.clear();
    pushes.clear();
    logouts.clear();
    history.clear();
    events.clear();
    visits.clear();
    addresses.reset();
    idempotencyKeys.reset();
    consents.reset();
    taxRegistry.reset();
    population.reset();
    taxBatches.reset();
    atBrowser = Optional.empty();
  }
}
