package vn.eid.mock.state;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The logouts that wait for a person. Safe for use by threads. */
public final class Logouts {
  private final Expiring<LogoutRequest> pages;

  Logouts(Clock clock) {
    this.pages = new Expiring<>(clock, Duration.ofMinutes(10), 10_000);
  }

  /** Remembers a logout and answers with the name of its page. */
  public String open(LogoutRequest request) {
    String ticket = Secrets.random();
    pages.put(ticket, request);
    return ticket;
  }

  public Optional<LogoutRequest> find(String ticket) {
    return pages.find(ticket);
  }

  /** Takes a logout out: a form that is sent twice is answered once. */
  public Optional<LogoutRequest> take(String ticket) {
    return pages.take(ticket);
  }

  void clear() {
    pages.clear();
  }
}
