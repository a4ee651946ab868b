package vn.eid.mock;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.Citizens;
import vn.eid.mock.state.Clients;
import vn.eid.mock.state.DemoClient;
import vn.eid.mock.state.MockState;

/**
 * A mock of Vietnam's national identity systems on this machine: e-ID login, consent, records, tax
 * links. It refuses what production would refuse and says why in {@link #refusals}; its citizens
 * are synthetic, and they decide by themselves unless the server is {@linkplain Options#interactive
 * interactive}. Safe for use by several threads.
 */
public final class EidMock implements AutoCloseable {
  private final WireMockServer server;
  private final Journal journal;
  private final MockState state;
  private final Router router;

  private EidMock(WireMockServer server, Journal journal, MockState state, Router router) {
    this.server = server;
    this.journal = journal;
    this.state = state;
    this.router = router;
  }

  /** Starts a server on a free port of the loopback interface. */
  public static EidMock start() {
    return start(Options.defaults());
  }

  /**
   * Starts a server.
   *
   * @throws MockStartException if the port is in use or the host is not this machine's
   */
  public static EidMock start(Options options) {
    Citizens citizens = options.loadCitizens();
    WireMockFront front = new WireMockFront();
    WireMockServer server = front.listen(options.host, options.port);
    DemoClient demo =
        DemoClient.create(options.redirectUris(), options.clientName, options.clientName);
    MockState state =
        new MockState(
            options.issuer(server.port()), options.interactive, citizens, new Clients(demo));
    Journal journal = new Journal();
    Router router = new Router(state, journal);
    front.routeTo(router);
    return new EidMock(server, journal, state, router);
  }

  /** The issuer: the server's URL, without a path or a trailing slash. */
  public URI issuer() {
    return URI.create(state.issuer());
  }

  /** The id of the client that is registered from the start. */
  public String clientId() {
    return state.clients().demo().client().id();
  }

  /** That client's private key as a JWK: EC P-256, with {@code kid}, for ES256. */
  public String clientKeyJwk() {
    return state.clients().demo().key().privateJwk();
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
            .find(number)
            .orElseThrow(
                () -> new IllegalArgumentException("The mock has no citizen of that number.")));
  }

  /** Everybody that the server knows, in the order of the file. */
  public List<MockCitizen> citizens() {
    return state.citizens().all().stream().map(this::mock).toList();
  }

  private MockCitizen mock(Citizen citizen) {
    return new MockCitizen(citizen, state.consents());
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

  /** Makes the server misbehave in one way until {@link #reset}. */
  public void inject(Fault fault) {
    state.faults().inject(fault);
  }

  /** Makes the server misbehave in one way the next time that it can. */
  public void injectOnce(Fault fault) {
    state.faults().injectOnce(fault);
  }

  /**
   * Moves the server's clock ahead; nothing sleeps.
   *
   * @throws IllegalArgumentException if the duration is negative
   */
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("The mock's clock runs ahead only; reset() sets it back.");
    }
    state.clock().advance(by);
  }

  /** The server's clock, for an application that has to agree with it. */
  public Clock clock() {
    return state.clock();
  }

  /** The last 1,000 requests, the oldest first. */
  public List<SeenRequest> requests() {
    return journal.requests().list();
  }

  /** The last 1,000 requests that no route of the server matched. */
  public List<SeenRequest> unmatchedRequests() {
    return journal.unmatched().list();
  }

  /** Why the last 1,000 refused requests were refused: one plain sentence each. */
  public List<String> refusals() {
    return journal.refusals().list();
  }

  /** Puts everything back to the start; the port, the keys, the subjects and the clients stay. */
  public void reset() {
    state.reset();
    journal.clear();
  }

  /** Stops the server. */
  @Override
  public void close() {
    server.stop();
  }

  MockState state() {
    return state;
  }

  String nearestRoute(SeenRequest request) {
    return router.nearest(request);
  }

  /** How a server is started. Immutable, safe for use by several threads. */
  public static final class Options {
    private static final Options DEFAULTS =
        new Options(0, "127.0.0.1", false, Optional.empty(), List.of(), "Demo Clinic");

    private final int port;
    private final String host;
    private final boolean interactive;
    private final Optional<Path> citizens;
    private final List<String> redirectUris;
    private final String clientName;

    private Options(
        int port,
        String host,
        boolean interactive,
        Optional<Path> citizens,
        List<String> redirectUris,
        String clientName) {
      this.port = port;
      this.host = host;
      this.interactive = interactive;
      this.citizens = citizens;
      this.redirectUris = redirectUris;
      this.clientName = clientName;
    }

    /** A free port of the loopback interface, nobody to ask, the built-in people. */
    public static Options defaults() {
      return DEFAULTS;
    }

    /** The port to listen on; 0 for any free one. */
    public Options port(int port) {
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("The port " + port + " is not between 0 and 65535.");
      }
      return new Options(port, host, interactive, citizens, redirectUris, clientName);
    }

    /**
     * The address to listen on, instead of the loopback interface. Everybody who can reach it can
     * log in as anybody: keep it off open networks.
     */
    public Options host(String host) {
      return new Options(port, host, interactive, citizens, redirectUris, clientName);
    }

    /** Whether a person decides on pages, instead of the citizens by themselves. */
    public Options interactive(boolean interactive) {
      return new Options(port, host, interactive, citizens, redirectUris, clientName);
    }

    /** A file of people, of the same form as the built-in one, instead of it. */
    public Options citizens(Path file) {
      return new Options(port, host, interactive, Optional.of(file), redirectUris, clientName);
    }

    /**
     * Registers a redirect URI, in the place of the default ones; each call adds one more.
     *
     * @throws IllegalArgumentException if the URI is not absolute or has a fragment
     */
    public Options redirectUri(String uri) {
      List<String> more = new ArrayList<>(redirectUris);
      more.add(RedirectUris.check(uri));
      return new Options(port, host, interactive, citizens, List.copyOf(more), clientName);
    }

    /** How the pages call the application. */
    public Options clientName(String name) {
      return new Options(port, host, interactive, citizens, redirectUris, name);
    }

    private List<String> redirectUris() {
      return redirectUris.isEmpty() ? RedirectUris.DEFAULTS : redirectUris;
    }

    private Citizens loadCitizens() {
      return citizens.map(Citizens::load).orElseGet(Citizens::builtIn);
    }

    private String issuer(int boundPort) {
      String name = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
      return "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + boundPort;
    }
  }
}
