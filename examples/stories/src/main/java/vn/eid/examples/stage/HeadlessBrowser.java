package vn.eid.examples.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A browser without a person: the mock's citizen decides, and the redirect is what comes back. */
final class HeadlessBrowser implements Browser {
  private static final URI CALLBACK = URI.create("https://clinic.example/callback");

  private final HttpClient http = HttpClient.newHttpClient();

  @Override
  public URI callback() {
    return CALLBACK;
  }

  @Override
  public URI visit(URI page) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(page).build();
    try {
      HttpResponse<Void> answer = http.send(request, HttpResponse.BodyHandlers.discarding());
      return answer
          .headers()
          .firstValue("Location")
          .map(URI::create)
          .orElseThrow(() -> new IllegalStateException("The page sent the browser nowhere."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {}
}
