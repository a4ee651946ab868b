package vn.eid.webhook;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.internal.Operation;
import vn.eid.internal.SharedState;

/** The newest event about each thing that any node took. Thread-safe. */
final class EventOrder {
  private static final String KIND = "event-order";
  private static final String ID = "id";

  /** Longer than an event is accepted after it was issued. */
  private static final Duration KEPT = Duration.ofDays(31);

  private final SharedState state;

  EventOrder(SharedState state) {
    this.state = state;
  }

  /**
   * Puts an event into the line of the thing that it is about.
   *
   * @return whether something newer was taken before it; not where it is the newest, come again
   */
  boolean isLate(Operation operation, String about, String id, Place place) {
    Map<String, Object> content = new LinkedHashMap<>(place.content());
    content.put(ID, id);
    return state
        .settle(operation, KIND, about, content, KEPT, newest -> place.follows(Place.read(newest)))
        .filter(newest -> !newest.requiredText(ID).equals(id))
        .isPresent();
  }
}
