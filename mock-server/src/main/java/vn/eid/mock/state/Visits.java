package vn.eid.mock.state;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The citizens who are on their own page. Safe for use by threads. */
public final class Visits {
  private static final Duration LIFE = Duration.ofMinutes(30);

  private final Expiring<String> citizens;

  Visits(Clock clock) {
    this.citizens = new Expiring<>(clock, LIFE, 10_000);
  }

  /** Lets a citizen in and answers with the unguessable last segment of the page's address. */
  public String open(String citizenId) {
    String ticket = Secrets.random();
    citizens.put(ticket, citizenId);
    return ticket;
  }

  /** Who is on the page. */
  public Optional<String> find(String ticket) {
    return citizens.find(ticket);
  }

  void clear() {
    citizens.clear();
  }
}
