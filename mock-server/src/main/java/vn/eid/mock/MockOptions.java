package vn.eid.mock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.eid.mock.people.GeneratedPeople;
import vn.eid.mock.state.Citizens;
import vn.eid.mock.state.ClientAddresses;
import vn.eid.mock.state.DemoClient;
import vn.eid.mock.state.JweRecipient;
import vn.eid.mock.state.MockClock;
import vn.eid.mock.state.RegisteredKeys;
import vn.eid.mock.state.Registration;
import vn.eid.mock.tls.ServerIdentity;

/** How a server is started. Immutable, safe for use by several threads. */
public final class MockOptions {
  private static final MockOptions DEFAULTS = new MockOptions();

  // Each copy is changed once, before anybody else sees it.
  private int port;
  private String host = "127.0.0.1";
  private boolean interactive;
  private boolean https;
  private Optional<Path> citizens = Optional.empty();
  private List<String> redirectUris = List.of();
  private List<String> logoutUris = List.of();
  private Optional<URI> pushNotices = Optional.empty();
  private Optional<URI> logoutNotices = Optional.empty();
  private Optional<URI> events = Optional.empty();
  private String clientName = "Demo Clinic";
  private Registration registration = Registration.USUAL;
  private long generated;
  private long seed;
  private int taxRowsPerSecond;
  private Optional<Instant> fixedTime = Optional.empty();
  private List<CitizenDraft> more = List.of();
  private boolean adminDoorOpen;

  private MockOptions() {}

  private MockOptions with(Consumer<MockOptions> change) {
    MockOptions copy = new MockOptions();
    copy.port = port;
    copy.host = host;
    copy.interactive = interactive;
    copy.https = https;
    copy.citizens = citizens;
    copy.redirectUris = redirectUris;
    copy.logoutUris = logoutUris;
    copy.pushNotices = pushNotices;
    copy.logoutNotices = logoutNotices;
    copy.events = events;
    copy.clientName = clientName;
    copy.registration = registration;
    copy.generated = generated;
    copy.seed = seed;
    copy.taxRowsPerSecond = taxRowsPerSecond;
    copy.fixedTime = fixedTime;
    copy.more = more;
    copy.adminDoorOpen = adminDoorOpen;
    change.accept(copy);
    return copy;
  }

  /** A free port of the loopback interface, nobody to ask, the built-in people. */
  public static MockOptions defaults() {
    return DEFAULTS;
  }

  /** The port to listen on; 0 for any free one. */
  public MockOptions port(int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("The port " + port + " is not between 0 and 65535.");
    }
    return with(copy -> copy.port = port);
  }

  /**
   * The address to listen on, instead of the loopback interface. Everybody who can reach it can log
   * in as anybody: keep it off open networks.
   */
  public MockOptions host(String host) {
    return with(copy -> copy.host = host);
  }

  /** Whether a person decides on pages, instead of the citizens by themselves. */
  public MockOptions interactive(boolean interactive) {
    return with(copy -> copy.interactive = interactive);
  }

  /**
   * Speaks HTTPS, and HTTPS alone, with a certificate for localhost, 127.0.0.1, ::1 and the {@link
   * #host}, of an authority that is made with the server: see {@link EidMock#caCertificatePem}.
   */
  public MockOptions https() {
    return with(copy -> copy.https = true);
  }

  /** A file of people, of the same form as the built-in one, instead of it. */
  public MockOptions citizens(Path file) {
    return with(copy -> copy.citizens = Optional.of(file));
  }

  /**
   * Registers a redirect URI, in the place of the default ones; each call adds one more.
   *
   * @throws IllegalArgumentException if the URI is not absolute or has a fragment
   */
  public MockOptions redirectUri(String uri) {
    List<String> more = RedirectUris.add(redirectUris, "redirect", uri);
    return with(copy -> copy.redirectUris = more);
  }

  /**
   * Registers an address to which the browser may be sent after a logout, in the place of the
   * default ones; each call adds one more.
   *
   * @throws IllegalArgumentException if the URI is not absolute or has a fragment
   */
  public MockOptions logoutUri(String uri) {
    List<String> more = RedirectUris.add(logoutUris, "logout", uri);
    return with(copy -> copy.logoutUris = more);
  }

  /**
   * Registers the client for pings instead of polls alone: here it is told that a citizen has
   * decided. See {@link EidMock#notifyPushesAt}.
   *
   * @throws IllegalArgumentException if the address is not an absolute http or https one
   */
  public MockOptions notifyPushesAt(URI uri) {
    URI checked = RedirectUris.requireHttp(uri);
    return with(copy -> copy.pushNotices = Optional.of(checked));
  }

  /**
   * Registers where the client is told that a session has ended. See {@link
   * EidMock#deliverLogoutTo}.
   *
   * @throws IllegalArgumentException if the address is not an absolute http or https one
   */
  public MockOptions deliverLogoutTo(URI uri) {
    URI checked = RedirectUris.requireHttp(uri);
    return with(copy -> copy.logoutNotices = Optional.of(checked));
  }

  /**
   * Registers where the client is told what the registry did. See {@link EidMock#deliverEventsTo}.
   *
   * @throws IllegalArgumentException if the address is not an absolute http or https one
   */
  public MockOptions deliverEventsTo(URI uri) {
    URI checked = RedirectUris.requireHttp(uri);
    return with(copy -> copy.events = Optional.of(checked));
  }

  /** How the pages call the application. */
  public MockOptions clientName(String name) {
    return with(copy -> copy.clientName = name);
  }

  /**
   * Registers the client for encrypted id tokens: signed, then encrypted with A256GCM for its key
   * of the use {@code enc}.
   *
   * @param alg {@code ECDH-ES} or {@code RSA-OAEP-256}
   * @throws IllegalArgumentException if the algorithm is another one
   */
  public MockOptions encryptIdTokens(String alg) {
    Registration encrypted = registration.withEncryption(JweRecipient.checkAlgorithm(alg));
    return with(copy -> copy.registration = encrypted);
  }

  /**
   * Registers the client for encrypted data of citizens: each good answer with records or citizen
   * data is signed by the consent registry, then encrypted with A256GCM for the client's key of the
   * use {@code enc}, see {@link EidMock#clientEncryptionKeyJwk}.
   *
   * @param alg {@code ECDH-ES} or {@code RSA-OAEP-256}
   * @throws IllegalArgumentException if the algorithm is another one
   */
  public MockOptions encryptRecords(String alg) {
    Registration encrypted = registration.withDataEncryption(JweRecipient.checkAlgorithm(alg));
    return with(copy -> copy.registration = encrypted);
  }

  /**
   * Registers these public keys for the client, in the place of the ones that the server makes: see
   * {@link EidMock#registerClientKeys}.
   *
   * @throws IllegalArgumentException if it is no JWKS, or if a key is private or without a {@code
   *     kid} of its own
   */
  public MockOptions clientKeys(String publicJwks) {
    Registration keyed = registration.withKeys(RegisteredKeys.parse(publicJwks));
    return with(copy -> copy.registration = keyed);
  }

  /**
   * Adds synthetic people to those of the file. They are made from the seed when somebody asks for
   * them and cost no memory, so that there may be a nation of them; the same seed makes the same
   * people. The registers know them, but no page lists them.
   *
   * @param citizens how many, up to 100,000,000
   * @throws IllegalArgumentException if it is another number
   */
  public MockOptions generate(long citizens, long seed) {
    GeneratedPeople.requireCount(citizens);
    return with(
        copy -> {
          copy.generated = citizens;
          copy.seed = seed;
        });
  }

  /**
   * Has the tax registry take no more rows of batches a second than this; 0 for no limit. See
   * {@link EidMock#limitTaxRows}.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public MockOptions taxRowsPerSecond(int rows) {
    requireNotNegative(rows, "The limit");
    return with(copy -> copy.taxRowsPerSecond = rows);
  }

  /**
   * Adds a person of your own to those of the file; each call adds one more. The server does not
   * start with one who cannot be, see {@link EidMock#add}.
   */
  public MockOptions citizen(CitizenDraft draft) {
    List<CitizenDraft> all = Stream.concat(more.stream(), Stream.of(draft)).toList();
    return with(copy -> copy.more = all);
  }

  /**
   * Has the server's clock stand at this time from the start and after each reset, until it is
   * advanced or set.
   *
   * @throws IllegalArgumentException if it is not in the years 2000 to 2099
   */
  public MockOptions fixedTime(Instant time) {
    Instant checked = MockClock.checked(time);
    return with(copy -> copy.fixedTime = Optional.of(checked));
  }

  /**
   * Opens the paths below {@code /__admin/eid} to other machines than this one. Whoever can reach
   * the server then has the client's private key, reads what it was sent and decides for its
   * citizens: keep it off open networks. Pages in browsers stay shut out.
   */
  public MockOptions openAdminDoor() {
    return with(copy -> copy.adminDoorOpen = true);
  }

  static int requireNotNegative(int number, String what) {
    return (int) requireNotNegative((long) number, what);
  }

  static long requireNotNegative(long number, String what) {
    if (number < 0) {
      throw new IllegalArgumentException(what + " must not be negative.");
    }
    return number;
  }

  private List<String> redirectUris() {
    return redirectUris.isEmpty() ? RedirectUris.DEFAULTS : redirectUris;
  }

  ClientAddresses addresses() {
    List<String> signedOut = logoutUris.isEmpty() ? RedirectUris.SIGNED_OUT : logoutUris;
    return new ClientAddresses(
        new ClientAddresses.Registered(signedOut, pushNotices, logoutNotices, events));
  }

  DemoClient demoClient() {
    return DemoClient.create(redirectUris(), clientName, clientName).registered(registration);
  }

  Citizens loadCitizens() {
    Instant now = fixedTime.orElseGet(Clock.systemUTC()::instant);
    Citizens ofFile = citizens.map(file -> Citizens.load(file, now)).orElseGet(Citizens::builtIn);
    Citizens all = generated == 0 ? ofFile : ofFile.and(people());
    List<ObjectNode> rows = more.stream().map(CitizenDraft::row).toList();
    return rows.isEmpty() ? all : all.and(rows, now, CitizenDraft::refusal);
  }

  Optional<Instant> fixedTime() {
    return fixedTime;
  }

  boolean isAdminDoorOpen() {
    return adminDoorOpen;
  }

  GeneratedPeople people() {
    return new GeneratedPeople(generated, seed);
  }

  long generated() {
    return generated;
  }

  long seed() {
    return seed;
  }

  int taxRowsPerSecond() {
    return taxRowsPerSecond;
  }

  int port() {
    return port;
  }

  String host() {
    return host;
  }

  boolean isInteractive() {
    return interactive;
  }

  /** What the server shows where it speaks HTTPS, made anew. */
  Optional<ServerIdentity> identity() {
    return https ? Optional.of(ServerIdentity.of(name(), Clock.systemUTC())) : Optional.empty();
  }

  String issuer(int boundPort) {
    String name = name();
    return (https ? "https://" : "http://")
        + (name.contains(":") ? "[" + name + "]" : name)
        + ":"
        + boundPort;
  }

  private String name() {
    return host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
  }
}
