package vn.eid.records;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.eid.EidException;
import vn.eid.consent.ConsentId;
import vn.eid.internal.Remembered;

/**
 * Asks the registry whether a consent still stands, unless it was asked a moment ago. A citizen who
 * takes a consent back tells the registry, and nobody tells us. Thread-safe.
 *
 * @param registry asks; where the consent ended, the whole process knows it then
 * @param looks when which consent was last asked about
 */
record Standing(
    Consumer<ConsentId> registry, Clock clock, Duration freshness, Remembered<Instant> looks) {
  private static final Logger LOG = LoggerFactory.getLogger("vn.eid.records");

  static Standing askedOf(Consumer<ConsentId> registry, Clock clock, Duration freshness) {
    return new Standing(registry, clock, freshness, new Remembered<>(clock));
  }

  void look(ConsentId consent) {
    if (!isFresh(consent)) {
      Instant now = clock.instant();
      registry.accept(consent);
      looks.take(consent.value());
      looks.put(consent.value(), now, now.plus(freshness));
    }
  }

  /**
   * Asks whether a consent that is said to have ended did: where that is proven, what was kept
   * goes. Reading is refused either way, so nothing that goes wrong here matters.
   */
  void seekProof(ConsentId consent) {
    try {
      registry.accept(consent);
    } catch (EidException e) {
      LOG.debug("The end of consent {} is not proven yet.", consent, e);
    }
  }

  private boolean isFresh(ConsentId consent) {
    Instant now = clock.instant();
    // A clock that was set back makes no look fresher than it is.
    return looks
        .find(consent.value())
        .filter(last -> !now.isBefore(last) && now.isBefore(last.plus(freshness)))
        .isPresent();
  }
}
