package vn.eid.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.eid.UnavailableException;
import vn.eid.internal.KnownConsents;
import vn.eid.internal.KnownConsents.End;
import vn.eid.internal.Operation;
import vn.eid.internal.Remembered;

/**
 * What this process remembers of consents: what it asked, how far each has got, and which it gave
 * back without being answered. Bounded: the oldest makes room for the newest. Thread-safe.
 */
final class ConsentMemory {
  private static final Logger LOG = LoggerFactory.getLogger("vn.eid.consent");

  /** How far a consent has got. It only ever goes on. */
  enum Stage {
    REQUESTED,
    ACTIVE,
    ENDED;

    static Stage of(Consent consent) {
      if (consent instanceof Consent.Requested) {
        return REQUESTED;
      }
      return consent instanceof Consent.Active ? ACTIVE : ENDED;
    }
  }

  /** What was asked, as a fingerprint, whom the application meant, and the request's own name. */
  record Asked(String terms, Optional<String> subject, String request) {}

  private static final String GIVEN_BACK = "revoked_by_recipient";

  private final Clock clock;
  private final KnownConsents ends;
  private final Remembered<Asked> asked;
  private final Remembered<Boolean> active;
  private final Remembered<String> givenBack;

  ConsentMemory(Clock clock, KnownConsents ends) {
    this.clock = clock;
    this.ends = ends;
    this.asked = new Remembered<>(clock);
    this.active = new Remembered<>(clock);
    this.givenBack = new Remembered<>(clock);
  }

  /** Takes note of a request; false where the consent is another request's. */
  boolean asked(ConsentId id, ConsentRequest request, String name) {
    Asked now = new Asked(request.terms().fingerprint(), request.subject(), name);
    return asked.put(id.value(), now, Instant.MAX) || asked(id).equals(Optional.of(now));
  }

  /** What was asked, where this process did. */
  Optional<Asked> asked(ConsentId id) {
    return asked.find(id.value());
  }

  Stage stage(Operation operation, ConsentId id) {
    if (ends.end(operation, id.value()).isPresent()) {
      return Stage.ENDED;
    }
    return active.find(id.value()).isPresent() ? Stage.ACTIVE : Stage.REQUESTED;
  }

  void isActive(ConsentId id) {
    active.put(id.value(), true, Instant.MAX);
  }

  /** Nothing is read under it from now on, in the whole process, proven or not. */
  void isSaidToHaveEnded(ConsentId id, String cause) {
    ends.stop(id.value(), new End(cause, clock.instant()));
  }

  /** It is proven; what was read goes with it. */
  void ended(Operation operation, ConsentId id, String cause, Instant at) {
    try {
      ends.ended(operation, id.value(), new End(cause, at));
    } catch (UnavailableException e) {
      // The registry knows of it, and refuses the other nodes too.
      LOG.warn("The other nodes were not told that consent {} ended: {}", id, e.getMessage());
    }
  }

  /** The same, by our own decision, before the registry knows. */
  void givenBack(Operation operation, ConsentId id, String reason) {
    givenBack.put(id.value(), reason, Instant.MAX);
    ended(operation, id, GIVEN_BACK, clock.instant());
  }

  /** The registry knows it now. */
  void isKnownToTheRegistry(ConsentId id) {
    givenBack.take(id.value());
  }

  /** Why it was given back, where the registry may not know yet. */
  Optional<String> reasonGivenBack(ConsentId id) {
    return givenBack.find(id.value());
  }
}
