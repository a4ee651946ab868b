package vn.eid.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import vn.eid.internal.Sleeper;

/**
 * Sends again, for two reasons only: the server demands another DPoP nonce (RFC 9449, section 8; it
 * has done nothing yet, so this is safe for any request), or a request that is safe to repeat met a
 * passing failure.
 */
final class Repeat implements Interceptor {
  private static final int MAX_ATTEMPTS = 3;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Set<Integer> PASSING = Set.of(502, 503, 504);

  private final Sleeper sleeper;

  Repeat(Sleeper sleeper) {
    this.sleeper = sleeper;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    WireRequest plan = WireRequest.of(chain.request());
    Response response = attempts(chain, plan);
    if (!demandsNonce(response)) {
      return response;
    }
    response.close();
    return attempts(chain, plan);
  }

  private static boolean demandsNonce(Response response) throws IOException {
    try {
      return DpopChecks.check8NonceIsDemanded(response);
    } catch (IOException e) {
      response.close();
      throw e;
    }
  }

  private Response attempts(Chain chain, WireRequest plan) throws IOException {
    for (int attempt = 1; ; attempt++) {
      @Nullable Response response = attempt(chain, plan, attempt);
      if (response != null) {
        return response;
      }
      pause(attempt);
    }
  }

  /** One attempt; null where another one is due. */
  private static @Nullable Response attempt(Chain chain, WireRequest plan, int attempt)
      throws IOException {
    boolean again = plan.repeatable && attempt < MAX_ATTEMPTS;
    try {
      Response response = patient(chain, plan).proceed(chain.request());
      if (!again || !PASSING.contains(response.code())) {
        return response;
      }
      response.close();
      return null;
    } catch (IOException e) {
      if (!again || chain.call().isCanceled() || Failures.isAboutTheCertificate(e)) {
        throw e;
      }
      return null;
    }
  }

  /** The HTTP client's patience for one read is shorter than a long poll may take. */
  private static Chain patient(Chain chain, WireRequest plan) {
    return plan.longPoll ? chain.withReadTimeout(0, TimeUnit.MILLISECONDS) : chain;
  }

  private void pause(int attempt) throws IOException {
    long base = FIRST_PAUSE.toMillis() << (attempt - 1);
    try {
      sleeper.sleep(Duration.ofMillis(base / 2 + ThreadLocalRandom.current().nextLong(base)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(e);
      throw interrupted;
    }
  }
}
