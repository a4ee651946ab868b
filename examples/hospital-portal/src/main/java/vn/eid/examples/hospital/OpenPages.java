package vn.eid.examples.hospital;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.eid.consent.ConsentId;

/**
 * Asks the registry about the consents whose records are open on a screen: an event that is lost
 * must not leave a record open. Twice a minute for each consent, however many pages show it.
 */
@Component
class OpenPages {
  private static final Duration COUNTS_FOR = Duration.ofSeconds(30);

  private final ConsentDesk desk;
  private final InstantSource clock;
  private final Map<ConsentId, Instant> looks = new ConcurrentHashMap<>();

  OpenPages(ConsentDesk desk, InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Brings the book up to date with the registry.
   *
   * @throws vn.eid.UnavailableException where the registry does not answer
   */
  void look(AskedConsent asked) {
    if (asked.state().isFinal()) {
      looks.remove(asked.id());
      return;
    }
    Instant now = clock.instant();
    Instant last = looks.getOrDefault(asked.id(), Instant.EPOCH);
    // A clock that was set back makes no look newer than it is.
    if (now.isBefore(last) || !now.isBefore(last.plus(COUNTS_FOR))) {
      desk.look(asked.id());
      looks.put(asked.id(), now);
    }
  }
}
