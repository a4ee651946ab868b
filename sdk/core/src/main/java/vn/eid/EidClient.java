package vn.eid;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import vn.eid.audit.AuditLedger;
import vn.eid.consent.Consents;
import vn.eid.diagnosis.Diagnosis;
import vn.eid.internal.Budget;
import vn.eid.internal.Connection;
import vn.eid.internal.EndedSessions;
import vn.eid.internal.KnownConsents;
import vn.eid.internal.MemoryStore;
import vn.eid.internal.Pings;
import vn.eid.internal.SharedEnds;
import vn.eid.internal.SharedState;
import vn.eid.internal.Sleeper;
import vn.eid.internal.Timer;
import vn.eid.internal.http.ClientAssertions;
import vn.eid.internal.http.Wire;
import vn.eid.internal.jose.Crypto;
import vn.eid.internal.jose.PossessionKey;
import vn.eid.internal.jose.Seal;
import vn.eid.internal.jose.SigningKey;
import vn.eid.internal.oauth.AccessTokens;
import vn.eid.internal.oauth.Provider;
import vn.eid.internal.oauth.Resources;
import vn.eid.login.LoginSessions;
import vn.eid.login.PushLogin;
import vn.eid.login.RedirectLogin;
import vn.eid.population.Population;
import vn.eid.records.Records;
import vn.eid.records.SealedRecords;
import vn.eid.spi.CallListener;
import vn.eid.spi.DeadLetters;
import vn.eid.spi.SharedStore;
import vn.eid.tax.TaxLinks;
import vn.eid.webhook.Webhooks;

/**
 * The way into the national digital identity: one for each application, made once and kept.
 *
 * <p>Making one sends nothing; the provider is asked when the first verb needs it. All calls block
 * and have a timeout; on Java 21 and later, virtual threads make them scale. This class is
 * thread-safe.
 */
public final class EidClient implements AutoCloseable {
  private final RedirectLogin redirectLogin;
  private final PushLogin pushLogin;
  private final LoginSessions loginSessions;
  private final Consents consents;
  private final Records records;
  private final TaxLinks taxLinks;
  private final Population population;
  private final Webhooks webhooks;
  private final Connection connection;
  private final SigningKey key;
  private final Optional<AuditLedger> auditLedger;
  private final List<SealedRecords> stores = new CopyOnWriteArrayList<>();
  private final Runnable release;

  private EidClient(
      Connection connection,
      SigningKey key,
      Optional<AuditLedger> ledger,
      Optional<Budget> checks,
      Optional<DeadLetters> deadLetters,
      Runnable release) {
    this.connection = connection;
    this.key = key;
    this.auditLedger = ledger;
    this.redirectLogin = new RedirectLogin(connection);
    this.pushLogin = new PushLogin(connection);
    this.loginSessions = new LoginSessions(connection);
    this.consents = new Consents(connection, key);
    this.records = new Records(connection, ledger);
    this.taxLinks = new TaxLinks(connection);
    this.population = new Population(connection, checks);
    this.webhooks = new Webhooks(connection, deadLetters);
    this.release = release;
  }

  /**
   * Begins a client.
   *
   * @param clientId the id under which the provider registered this application
   * @throws InvalidRequestException where the client id is blank, or the key is not for signatures
   */
  public static Builder builder(Environment environment, String clientId, ClientKey key) {
    if (clientId.isBlank()) {
      throw new InvalidRequestException(
          "clientId", "The client id is empty: pass the one that the provider registered.");
    }
    return new Builder(environment, clientId, key.thatSigns());
  }

  /** e-ID login in the browser (đăng nhập bằng định danh điện tử). */
  public RedirectLogin redirectLogin() {
    return redirectLogin;
  }

  /** e-ID login by push to the citizen's phone. */
  public PushLogin pushLogin() {
    return pushLogin;
  }

  /** Sessions of citizens who logged in, either way: take one up again, end one. */
  public LoginSessions loginSessions() {
    return loginSessions;
  }

  /** Consent (sự đồng ý): ask, read, give back. */
  public Consents consents() {
    return consents;
  }

  /** Health records and citizen data under a consent. */
  public Records records() {
    return records;
  }

  /**
   * Opens a store in which pulled health data lies encrypted for as long as its consent stands. For
   * each look into it the registry is asked first. Closed with this client; needs {@link
   * Builder#storageKey}.
   *
   * @param directory for the store alone; made where it is not there
   * @throws InvalidRequestException where there is no storage key, or the store is open elsewhere
   * @throws UnavailableException where the disk failed
   */
  public SealedRecords sealedRecords(Path directory) {
    return sealedRecords(directory, Duration.ZERO);
  }

  /**
   * The same for places that are cut off at times: what was kept can be read without asking the
   * registry each time, and so for a while after the citizen took the consent back elsewhere.
   *
   * @param freshness for how long a look at the registry counts, up to 24 hours
   */
  public SealedRecords sealedRecords(Path directory, Duration freshness) {
    SealedRecords store =
        SealedRecords.open(connection, consents, key, auditLedger, directory, freshness);
    stores.add(store);
    return store;
  }

  /** The audit ledger; empty where {@link Builder#auditLedger} named none. */
  public Optional<AuditLedger> auditLedger() {
    return auditLedger;
  }

  /** Citizen ID to tax code. */
  public TaxLinks taxLinks() {
    return taxLinks;
  }

  /** Yes or no from the population register, without the data itself. */
  public Population population() {
    return population;
  }

  /** What the national systems tell this application by themselves. */
  public Webhooks webhooks() {
    return webhooks;
  }

  /**
   * Looks for what stands between this application and its provider: key, clock, issuer,
   * certificate, registration. It asks the provider, sends no person's data, and logs nobody in;
   * what is wrong is in the report and is not thrown. Each request may take {@link
   * Builder#timeout}.
   *
   * @param callbacks the redirect URIs to try
   */
  public Diagnosis diagnose(URI... callbacks) {
    return Diagnosis.of(connection, key, List.of(callbacks));
  }

  /**
   * Closes the connections, the stores and the ledger that this client opened; an HTTP client of
   * yours stays open. What needs neither a store nor the ledger still works after, on connections
   * that end by themselves.
   */
  @Override
  public void close() {
    stores.forEach(SealedRecords::close);
    auditLedger.ifPresent(AuditLedger::close);
    release.run();
  }

  /** What may be set about a client; every default is safe. Not thread-safe. */
  public static final class Builder {
    private static final Duration MAX_SKEW = Duration.ofMinutes(2);
    private static final Duration MAX_TIMEOUT = Duration.ofMinutes(5);
    private static final int MAX_CHECKS = 100_000;
    private static final Duration MAX_BUDGET_TIME = Duration.ofDays(31);

    private final Environment environment;
    private final String clientId;
    private final ClientKey key;
    private @Nullable OkHttpClient httpClient;
    private Duration timeout = Duration.ofSeconds(30);
    private Duration maxClockSkew = Duration.ofSeconds(30);
    private Clock clock = Clock.systemUTC();
    private Sleeper sleeper = Sleeper.real();
    private @Nullable StorageKey storageKey;
    private @Nullable SharedStore sharedStore;
    private @Nullable DeadLetters deadLetters;
    private final List<CallListener> listeners = new ArrayList<>();
    private Crypto crypto = Crypto.JDK;
    private boolean encryptedRecords;
    private @Nullable Path ledgerFile;
    private @Nullable String formerLedgerKeys;
    private int populationChecks;
    private Duration populationTime = Duration.ZERO;

    private Builder(Environment environment, String clientId, ClientKey key) {
      this.environment = environment;
      this.clientId = clientId;
      this.key = key;
    }

    /**
     * An HTTP client with your proxy, trust store or interceptors. Redirects, cookies and caching
     * stay off whatever it says; an interceptor of yours sees tokens, so let it log nothing.
     */
    public Builder httpClient(OkHttpClient client) {
      this.httpClient = client;
      return this;
    }

    /**
     * How long one call to the provider may take, its repetitions included; 30 seconds by default.
     *
     * @throws InvalidRequestException where it is not positive or over five minutes
     */
    public Builder timeout(Duration limit) {
      if (limit.isNegative() || limit.isZero() || limit.compareTo(MAX_TIMEOUT) > 0) {
        throw new InvalidRequestException(
            "timeout", "A timeout is above zero, up to five minutes.");
      }
      this.timeout = limit;
      return this;
    }

    /**
     * How far this server's clock and the provider's may be apart; 30 seconds by default. Each
     * second lengthens the life of an expired token.
     *
     * @throws InvalidRequestException where it is negative or over two minutes
     */
    public Builder maxClockSkew(Duration skew) {
      if (skew.isNegative() || skew.compareTo(MAX_SKEW) > 0) {
        throw new InvalidRequestException(
            "maxClockSkew", "A skew is between zero and two minutes.");
      }
      this.maxClockSkew = skew;
      return this;
    }

    /**
     * The time; the system's by default. For tests only: a clock that stands lets nothing expire.
     */
    public Builder clock(Clock time) {
      this.clock = time;
      return this;
    }

    /**
     * The key that seals what is stored: login sessions ({@code LoginSession.seal()}), positions of
     * pulls, the keys of a store of {@link #sealedRecords}.
     */
    public Builder storageKey(StorageKey key) {
      this.storageKey = key;
      return this;
    }

    /**
     * Where all nodes of this application keep what one must know of the other: any node finishes a
     * login that another began, an event counts once, and a session or a consent that ends is over
     * for all. Without it each process remembers for itself, which does for one.
     *
     * @param store of yours, which stays open; see the artifacts {@code eid-store-jdbc} and {@code
     *     eid-store-redis}
     * @param key the same on all nodes, as for {@link #storageKey}, which this sets
     */
    public Builder sharedStore(SharedStore store, StorageKey key) {
      this.sharedStore = store;
      return storageKey(key);
    }

    /**
     * Where messages go that {@link EidClient#webhooks()} refused, and polled events that your
     * handler failed on again and again.
     */
    public Builder deadLetters(DeadLetters letters) {
      this.deadLetters = letters;
      return this;
    }

    /**
     * Takes health records and citizen data only where they come encrypted to a key of this
     * application ({@link ClientKey#alsoDecryptingWith}); register for it with the provider.
     * Without this, what comes encrypted is opened, and what comes in the clear is taken.
     */
    public Builder encryptedRecords() {
      this.encryptedRecords = true;
      return this;
    }

    /**
     * Writes each read of a citizen's data into this file, a chain of lines signed by the client
     * key. A read that cannot be written down does not happen.
     *
     * @param file for one client in one process; made where it is not there
     */
    public Builder auditLedger(Path file) {
      this.ledgerFile = file;
      return this;
    }

    /**
     * The same where former client keys signed the ledger up to now.
     *
     * @param formerKeys their public halves, a JWK set
     */
    public Builder auditLedger(Path file, String formerKeys) {
      this.formerLedgerKeys = formerKeys;
      return auditLedger(file);
    }

    /**
     * How many population checks this application allows itself, in any stretch of so long a time:
     * a bound on what a mistake or an intruder can ask before somebody looks. Beyond it, {@link
     * Population#check} refuses before anything is sent. It is counted in this client's memory, so
     * each process has its own, and a restart begins anew; the register counts by itself.
     *
     * @param checks 1 to 100,000
     * @param per a second to 31 days
     * @throws InvalidRequestException where one of them is outside of that
     */
    public Builder populationBudget(int checks, Duration per) {
      if (checks < 1 || checks > MAX_CHECKS) {
        throw new InvalidRequestException("checks", "A budget has 1 to 100,000 checks.");
      }
      if (per.compareTo(Duration.ofSeconds(1)) < 0 || per.compareTo(MAX_BUDGET_TIME) > 0) {
        throw new InvalidRequestException("per", "A budget is for a second up to 31 days.");
      }
      this.populationChecks = checks;
      this.populationTime = per;
      return this;
    }

    /** Also tells this listener of each call to the provider, for metrics and traces. */
    public Builder listener(CallListener heard) {
      this.listeners.add(heard);
      return this;
    }

    /**
     * Has the arithmetic of this client's keys done by another provider of the Java Cryptography
     * Architecture than the JDK's: signatures are made and verified by it, and what is encrypted to
     * the client's key opened. {@code Conscrypt.newProvider()} is more than ten times as fast with
     * EC keys on Java 17. Nothing is installed in the JVM. What the provider cannot do is left to
     * the JDK, and a key that is held elsewhere to whoever holds it. What is checked is the same.
     *
     * @throws InvalidRequestException where the provider does neither ES256 nor PS256; {@link
     *     #build} throws it where the provider does not sign with the client's key
     */
    public Builder cryptoProvider(java.security.Provider provider) {
      this.crypto =
          Crypto.by(provider)
              .orElseThrow(
                  () ->
                      new InvalidRequestException(
                          "cryptoProvider",
                          "The provider does neither ECDSA nor RSASSA-PSS with SHA-256. Pass one that"
                              + " does, such as Conscrypt, or leave this to the JDK."));
      return this;
    }

    Builder sleeper(Sleeper waiting) {
      this.sleeper = waiting;
      return this;
    }

    /**
     * Makes the client. Sends nothing.
     *
     * @throws InvalidRequestException where the audit ledger is open elsewhere, or its former keys
     *     are no JWK set, or the {@link #cryptoProvider} does not sign with the client's key, or
     *     with keys that it makes itself
     * @throws UntrustedException where the end of the audit ledger was changed or cut
     * @throws UnavailableException where the audit ledger's disk failed
     */
    public EidClient build() {
      SigningKey signing = key.signing(crypto);
      Timer timer = new Timer();
      OkHttpClient given = httpClient;
      OkHttpClient http = given != null ? given : freshHttpClient();
      Runnable release = given != null ? timer::close : () -> close(http, timer);
      try {
        Connection connection = connect(http, timer, signing);
        // The ledger last: whoever has opened it has locked it.
        return new EidClient(
            connection,
            signing,
            ledger(signing),
            budget(),
            Optional.ofNullable(deadLetters),
            release);
      } catch (RuntimeException e) {
        release.run();
        throw e;
      }
    }

    private Optional<AuditLedger> ledger(SigningKey signing) {
      return Optional.ofNullable(ledgerFile)
          .map(
              file ->
                  AuditLedger.open(signing, clock, file, Optional.ofNullable(formerLedgerKeys)));
    }

    private Optional<Budget> budget() {
      return populationChecks == 0
          ? Optional.empty()
          : Optional.of(new Budget(clock, populationChecks, populationTime));
    }

    private Connection connect(OkHttpClient http, Timer timer, SigningKey signing) {
      String issuer = environment.issuer().toString();
      ClientAssertions assertions = new ClientAssertions(clientId, issuer, signing, clock);
      Wire wire = new Wire(http, timeout, assertions, clock, sleeper, listeners);
      Provider provider = new Provider(environment, wire, clock, crypto);
      SharedState state = state(issuer);
      AccessTokens tokens =
          new AccessTokens(provider, PossessionKey.tried(crypto).signing(), clock);
      return new Connection(
          environment,
          clientId,
          provider,
          new Resources(wire, tokens),
          wire,
          clock,
          sleeper,
          timer,
          new Pings(state),
          new KnownConsents(sharedEnds(state)),
          state,
          new EndedSessions(state),
          Optional.ofNullable(storageKey).map(StorageKey::seal),
          maxClockSkew,
          key.decryption(crypto),
          crypto,
          encryptedRecords);
    }

    /** Where nobody shares it, it is sealed for this process alone: one way for both. */
    private SharedState state(String issuer) {
      SharedStore store = sharedStore == null ? new MemoryStore(clock) : sharedStore;
      Seal seal = storageKey == null ? StorageKey.ofThisProcess().seal() : storageKey.seal();
      return new SharedState(store, seal, issuer + "\n" + clientId);
    }

    private Optional<SharedEnds> sharedEnds(SharedState state) {
      return Optional.ofNullable(sharedStore)
          .map(unused -> new SharedEnds(state, System::nanoTime));
    }

    private static OkHttpClient freshHttpClient() {
      return new OkHttpClient.Builder()
          .connectionPool(new ConnectionPool(16, 5, TimeUnit.MINUTES))
          .build();
    }

    private static void close(OkHttpClient client, Timer timer) {
      timer.close();
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }
}
