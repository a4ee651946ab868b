package vn.eid.internal.http;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.Sleeper;
import vn.eid.spi.CallListener;

/** The way to the provider. Every request of the SDK goes through this one pipeline. */
public final class Wire {
  private final OkHttpClient plain;
  private final OkHttpClient http;
  private final OkHttpClient streaming;
  private final ProvePossession possession;
  private final Duration timeout;
  private final List<CallListener> listeners;

  /**
   * Builds the pipeline on a client of the application's or a new one.
   *
   * @param timeout how long one call may take, with its repetitions
   * @param listeners hear of each call
   */
  public Wire(
      OkHttpClient base,
      Duration timeout,
      ClientAssertions assertions,
      Clock clock,
      Sleeper sleeper,
      List<CallListener> listeners) {
    this.timeout = timeout;
    this.listeners = List.copyOf(listeners);
    this.plain =
        base.newBuilder()
            .callTimeout(timeout)
            .followRedirects(false)
            .followSslRedirects(false)
            .authenticator(Authenticator.NONE)
            .cookieJar(CookieJar.NO_COOKIES)
            .cache(null)
            .build();
    this.possession = new ProvePossession(clock);
    // In order. What stands below Repeat is made anew for each attempt; a network interceptor runs
    // for those too that OkHttp makes by itself, so no proof is ever sent twice.
    this.http =
        plain
            .newBuilder()
            .addInterceptor(new Repeat(sleeper))
            .addInterceptor(new AuthenticateClient(assertions))
            .addNetworkInterceptor(possession)
            .addNetworkInterceptor(new Observe())
            .build();
    this.streaming =
        http.newBuilder()
            .callTimeout(Duration.ZERO)
            .connectTimeout(shorter(timeout, base.connectTimeoutMillis()))
            .readTimeout(timeout)
            .build();
  }

  /** The shorter one; no milliseconds mean that there is no limit. */
  private static Duration shorter(Duration timeout, int millis) {
    return millis == 0 || timeout.toMillis() < millis ? timeout : Duration.ofMillis(millis);
  }

  /** How long one call may take, with its repetitions. */
  public Duration timeout() {
    return timeout;
  }

  /**
   * Sends one request. Returns successes and refusals (4xx); for each other fate it throws the
   * exception that says who must act.
   */
  public WireResponse send(WireRequest request) {
    try (Observed call = Observed.begin(listeners, request);
        Response response = http.newCall(request.toHttp()).execute()) {
      call.answered(response);
      return call.whole(checked(request, response));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      // Not IOException alone: OkHttp, being Kotlin, also throws InterruptedException undeclared.
      throw Failures.of(request, e);
    }
  }

  /**
   * Sends one request and gives the answer as it begins to arrive: a success or a refusal (4xx).
   * The timeout is for each read, because whoever reads a long answer may take long over it.
   */
  public WireStream stream(WireRequest request) {
    try (Observed observed = Observed.begin(listeners, request)) {
      Call call = streaming.newCall(request.toHttp());
      Response response = begun(request, call);
      observed.answered(response);
      return observed.whole(begunWell(request, call, response));
    }
  }

  private static WireStream begunWell(WireRequest request, Call call, Response response) {
    try {
      checkStatus(request, response);
      return new WireStream(request, call, response);
    } catch (RuntimeException e) {
      response.close();
      throw e;
    }
  }

  private static Response begun(WireRequest request, Call call) {
    try {
      return call.execute();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw Failures.of(request, e);
    }
  }

  /** A way for the application to call a protected API under an address, with bound tokens. */
  public Call.Factory protectedCalls(HttpUrl base, BoundTokens tokens) {
    OkHttpClient carrying =
        plain
            .newBuilder()
            .addInterceptor(new ObserveResource(listeners))
            .addInterceptor(new CarryToken(tokens))
            .addNetworkInterceptor(possession)
            .addNetworkInterceptor(ObserveResource::counted)
            .build();
    return new ProtectedCalls(carrying, base);
  }

  /**
   * Sends one request for a diagnosis: gives the answer whatever its status, or the failure as it
   * is, {@link InterruptedException} included. Look at its type only: an HTTP library's words quote
   * what it could not parse.
   */
  public WireResponse probe(WireRequest request) throws IOException {
    try (Observed call = Observed.begin(listeners, request);
        Response response = http.newCall(request.toHttp()).execute()) {
      call.answered(response);
      return call.whole(answer(request, response));
    }
  }

  private static WireResponse checked(WireRequest request, Response response) throws IOException {
    checkStatus(request, response);
    return answer(request, response);
  }

  private static WireResponse answer(WireRequest request, Response response) throws IOException {
    return new WireResponse(
        request.operation, response.code(), response.headers(), body(request, response.body()));
  }

  private static void checkStatus(WireRequest request, Response response) {
    Operation operation = request.operation;
    int status = response.code();
    if (status == 429) {
      throw operation.limited(RetryAfter.of(response));
    }
    if (status >= 500) {
      throw operation.unavailable(
          request.mayHaveTakenEffect(), "The provider is out of order (HTTP " + status + ").");
    }
    if (status >= 300 && status < 400) {
      throw operation.untrusted(
          Check.DESTINATION,
          "The answer redirects elsewhere, which no endpoint of the profile does.");
    }
    if (response.isSuccessful()) {
      request.isAnswered();
    }
  }

  private static byte[] body(WireRequest request, ResponseBody body) throws IOException {
    BufferedSource source = body.source();
    if (source.request(request.limit + 1)) {
      throw request.operation.untrusted(
          Check.SIZE, "The answer is larger than " + request.limit + " bytes.");
    }
    return source.readByteArray();
  }
}
