package vn.eid.mock.examine;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * A browser without script, with cookies of its own: it follows redirects, and sends no forms
 * because the server's citizens decide by themselves.
 */
final class Browser {
  private static final int MOST_STEPS = 20;

  private final Wire wire;
  private final Duration patience;
  private final CookieManager cookies =
      new CookieManager(new LoopbackCookies(), CookiePolicy.ACCEPT_ORIGINAL_SERVER);

  /** One that waits no longer than this for a page, with all that it leads to. */
  Browser(Wire wire, Duration patience) {
    this.wire = wire;
    this.patience = patience;
  }

  /** Opens a page and goes where it leads. */
  Visit open(URI page) throws InterruptedException {
    return open(page, (from, to) -> false);
  }

  /** The same, and stops before a redirect of a kind; the visit has status 0 there. */
  Visit open(URI page, BiPredicate<URI, URI> stop) throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    URI at = page;
    try {
      for (int step = 0; step < MOST_STEPS; step++) {
        Wire.Answer answer = get(at, Duration.ofNanos(until - System.nanoTime()));
        Optional<URI> next = next(at, answer);
        if (next.isEmpty()) {
          return Visit.ended(at, answer.status(), answer.body());
        }
        if (stop.test(at, next.get())) {
          return Visit.ended(next.get(), 0, "");
        }
        at = next.get();
      }
    } catch (HttpTimeoutException e) {
      return Visit.hung(at, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return Visit.broken(at, String.valueOf(e.getMessage()));
    }
    return Visit.broken(at, "it was redirected more than " + MOST_STEPS + " times");
  }

  private Wire.Answer get(URI page, Duration left) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(page)
            .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
            .header("Accept-Language", "en")
            .header("User-Agent", "eid-mock-examine");
    List<String> own = cookies.get(page, Map.of()).getOrDefault("Cookie", List.of());
    if (!own.isEmpty()) {
      request.header("Cookie", String.join("; ", own));
    }
    Wire.Answer answer = wire.send(request.build(), left);
    cookies.put(page, answer.headers().map());
    return answer;
  }

  private static Optional<URI> next(URI at, Wire.Answer answer) throws IOException {
    Optional<String> location = answer.headers().firstValue("Location");
    if (answer.status() < 300 || answer.status() > 399 || location.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI next = at.resolve(location.get());
      if (List.of("http", "https").contains(next.getScheme()) && next.getHost() != null) {
        return Optional.of(next);
      }
    } catch (IllegalArgumentException e) {
      // The sentence below says it.
    }
    throw new IOException("it is redirected to something that is no http address");
  }
}
