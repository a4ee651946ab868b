package vn.eid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import okhttp3.OkHttpClient;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentRequest;
import vn.eid.consent.DataSet;
import vn.eid.consent.Purpose;
import vn.eid.login.BrowserSession;
import vn.eid.login.Claim;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;
import vn.eid.login.LoginStart;
import vn.eid.mock.EidMock;

/**
 * An application that uses the SDK against the mock server, on the mock's clock; it never sleeps.
 */
public final class Application implements AutoCloseable {
  public static final URI CALLBACK = URI.create("https://app.example/callback");
  public static final Purpose TREATMENT =
      Purpose.of("TREATMENT", "Khám và điều trị", "Medical treatment");

  public static final StorageKey STORAGE_KEY =
      StorageKey.of("a storage key of just 32 bytes..".getBytes(StandardCharsets.US_ASCII));

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final EidClient client;

  private Application(EidClient client) {
    this.client = client;
  }

  public static Application at(EidMock mock) {
    return new Application(builder(mock).build());
  }

  /** One around a client of your own, which it closes. */
  public static Application of(EidClient client) {
    return new Application(client);
  }

  /** A builder of a client of the mock, for tests that change one thing about it. */
  public static EidClient.Builder builder(EidMock mock) {
    return builder(mock, ClientKey.fromJwk(mock.clientKeyJwk()));
  }

  /** The same with a key of the application's own, which it registers with the mock. */
  public static EidClient.Builder builder(EidMock mock, ClientKey key) {
    HeldToContract.watch(mock);
    return unwatched(mock, key);
  }

  /** The same for thousands of calls, whose requests are not held to the documents one by one. */
  public static EidClient.Builder unwatched(EidMock mock, ClientKey key) {
    return ChosenCrypto.in(
            EidClient.builder(Environment.sandbox(mock.issuer()), mock.clientId(), key))
        .clock(mock.clock())
        .storageKey(STORAGE_KEY)
        .sleeper(mock::advance);
  }

  /**
   * The same for a client of several threads: the clock stands while any request is under way, or
   * one thread's pause would make another's proof an old one.
   */
  public static EidClient.Builder inStep(EidMock mock) {
    ReentrantReadWriteLock clock = new ReentrantReadWriteLock(true);
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  clock.readLock().lock();
                  try {
                    return chain.proceed(chain.request());
                  } finally {
                    clock.readLock().unlock();
                  }
                })
            .build();
    return builder(mock)
        .httpClient(http)
        .sleeper(
            time -> {
              clock.writeLock().lockInterruptibly();
              try {
                mock.advance(time);
              } finally {
                clock.writeLock().unlock();
              }
            });
  }

  /** The same, of a client that never sleeps. */
  public static EidClient.Builder sleepless(EidClient.Builder builder) {
    return builder.sleeper(unused -> {});
  }

  public EidClient client() {
    return client;
  }

  public static BrowserSession newBrowser() {
    return BrowserSession.of(UUID.randomUUID().toString());
  }

  /** A whole login by whoever sits at the mock's browser. */
  public LoginOutcome logIn(Claim... claims) {
    BrowserSession browser = newBrowser();
    return client.redirectLogin().finish(callbackOf(begin(browser, claims)), browser);
  }

  /** The same, with all that a login can ask for. */
  public LoginOutcome logIn(LoginRequest request) {
    BrowserSession browser = newBrowser();
    LoginStart start = client.redirectLogin().start(request, browser);
    return client.redirectLogin().finish(callbackOf(start), browser);
  }

  public LoginStart begin(BrowserSession browser, Claim... claims) {
    LoginRequest request = LoginRequest.returningTo(CALLBACK).asking(claims);
    return client.redirectLogin().start(request, browser);
  }

  /** Where the provider sends the browser after the citizen's decision. */
  public static URI callbackOf(LoginStart start) {
    return callbackOf(start.authorizationUri());
  }

  /** Where a page of the provider's sends the browser. */
  public static URI callbackOf(URI page) {
    HttpResponse<String> answer = get(page);
    return URI.create(
        answer
            .headers()
            .firstValue("Location")
            .orElseThrow(() -> new AssertionError("no redirect: " + answer.body())));
  }

  public static HttpResponse<String> get(URI page) {
    try {
      return HTTP.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** A consent that the mock's citizen of this number gives. */
  public Consent.Active consent(String number, DataSet<?>... dataSets) {
    return consent(ConsentRequest.ask(CitizenId.parse(number), TREATMENT, dataSets));
  }

  public Consent.Active consent(ConsentRequest request) {
    return client.consents().requireActive(decided(client.consents().request(request)).id());
  }

  private Consent decided(Consent.Requested requested) {
    try {
      return client.consents().awaitDecision(requested, Duration.ofMinutes(20));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
