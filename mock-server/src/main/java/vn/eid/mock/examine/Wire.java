package vn.eid.mock.examine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests to the application, and waits for a whole answer no longer than it is told. */
final class Wire {
  private static final int MOST_BYTES = 1 << 20;

  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  /** An answer, its body up to a megabyte. */
  record Answer(int status, HttpHeaders headers, String body) {}

  /**
   * Sends a request.
   *
   * @throws IOException where there is no answer, with the reason in a clause
   */
  Answer send(HttpRequest request, Duration atMost) throws IOException, InterruptedException {
    CompletableFuture<Answer> answer =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream()).thenApply(Wire::read);
    try {
      return answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("no answer within " + atMost.toSeconds() + " seconds", e);
    } catch (ExecutionException e) {
      throw new IOException("no answer (" + rootOf(e).getClass().getSimpleName() + ")", e);
    } finally {
      answer.cancel(true);
    }
  }

  private static Answer read(HttpResponse<InputStream> response) {
    try (InputStream body = response.body()) {
      String text = new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      return new Answer(response.statusCode(), response.headers(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Throwable rootOf(Throwable thrown) {
    return thrown.getCause() == null ? thrown : rootOf(thrown.getCause());
  }
}
