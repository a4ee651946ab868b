package vn.eid.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import vn.eid.internal.KnownConsents.End;
import vn.eid.internal.json.Fields;

/** The proven ends of consents that all nodes know. Thread-safe. */
public final class SharedEnds {
  private static final String KIND = "consent-end";

  /** No consent stands for longer. */
  private static final Duration KEPT = Duration.ofDays(5 * 366);

  private static final long FRESH = TimeUnit.SECONDS.toNanos(1);

  private final SharedState state;
  private final LongSupplier nanoTime;
  private final Map<String, Long> looks = Bounded.map();

  /**
   * The ends in a store.
   *
   * @param nanoTime the time that passes, whatever the client's clock says
   */
  public SharedEnds(SharedState state, LongSupplier nanoTime) {
    this.state = state;
    this.nanoTime = nanoTime;
  }

  /** How a consent ended. */
  Optional<End> end(Operation operation, String consentId) {
    long now = nanoTime.getAsLong();
    Optional<End> end = state.find(operation, KIND, consentId).map(found -> read(found.content()));
    looked(consentId, now);
    return end;
  }

  /** The same, where this was not asked within the last second. */
  Optional<End> endAbout(Operation operation, String consentId) {
    return isFresh(consentId) ? Optional.empty() : end(operation, consentId);
  }

  /** Tells all nodes. The first end counts, unless that left what was read alone. */
  void ended(Operation operation, String consentId, End end) {
    Map<String, String> content = Map.of("cause", end.cause(), "at", end.at().toString());
    var unused =
        state.settle(
            operation, KIND, consentId, content, KEPT, former -> end.outweighs(read(former)));
  }

  private synchronized boolean isFresh(String consentId) {
    Long last = looks.get(consentId);
    return last != null && nanoTime.getAsLong() - last < FRESH;
  }

  private synchronized void looked(String consentId, long at) {
    looks.put(consentId, at);
  }

  private static End read(Fields content) {
    return new End(content.requiredText("cause"), content.requiredInstant("at"));
  }
}
