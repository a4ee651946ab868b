package vn.eid.mock.state;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The logins under way: pushed requests, and pages that stand open in a browser. */
public final class Logins {
  /** How long a request URI is good. */
  public static final Duration REQUEST_LIFE = Duration.ofMinutes(1);

  private static final Duration PAGE_LIFE = Duration.ofMinutes(10);

  /** A page that waits for a person; the citizen is known once one was chosen. */
  public record OpenPage(AuthorizationRequest request, Optional<String> citizenId) {}

  private final Expiring<AuthorizationRequest> pushed;
  private final Expiring<OpenPage> pages;
  // A person may sit in front of a page for longer than the request URI is good.
  private final Expiring<Boolean> finished;

  Logins(Clock clock) {
    this.pushed = new Expiring<>(clock, REQUEST_LIFE, 10_000);
    this.pages = new Expiring<>(clock, PAGE_LIFE, 10_000);
    this.finished = new Expiring<>(clock, PAGE_LIFE.multipliedBy(3), 20_000);
  }

  public void push(AuthorizationRequest request) {
    pushed.put(request.requestUri(), request);
  }

  public Optional<AuthorizationRequest> find(String requestUri) {
    return pushed.find(requestUri);
  }

  /** Ends a login; false where it was ended before. One of several threads that race gets true. */
  public boolean finish(AuthorizationRequest request) {
    pushed.take(request.requestUri());
    return finished.put(request.requestUri(), true);
  }

  /** Remembers a page and answers with the name that its form carries. */
  public String open(OpenPage page) {
    String name = Secrets.random();
    pages.put(name, page);
    return name;
  }

  public Optional<OpenPage> findPage(String name) {
    return pages.find(name);
  }

  void clear() {
    pushed.clear();
    pages.clear();
    finished.clear();
  }
}
