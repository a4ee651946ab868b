package vn.eid.mock.examine;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests to the application, and waits for a whole answer no longer than it is told. */
final class Wire {
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  /** An answer, its body up to a megabyte. */
  record Answer(int status, HttpHeaders headers, String body) {}

  /**
   * Sends a request.
   *
   * @throws HttpTimeoutException where the answer did not come in time, or not all of it
   * @throws IOException where there is no answer, with the reason in a clause
   */
  Answer send(HttpRequest request, Duration atMost) throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request, head -> new FirstMegabyte());
    try {
      return answered(answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no answer within " + atMost.toSeconds() + " seconds");
    } catch (ExecutionException e) {
      throw new IOException("no answer (" + rootOf(e).getClass().getSimpleName() + ")", e);
    } finally {
      // Ends the connection too, so that nothing goes on for an answer that nobody waits for.
      answer.cancel(true);
    }
  }

  private static Answer answered(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  private static Throwable rootOf(Throwable thrown) {
    return thrown.getCause() == null ? thrown : rootOf(thrown.getCause());
  }
}
