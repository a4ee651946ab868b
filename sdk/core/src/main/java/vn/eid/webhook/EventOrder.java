package vn.eid.webhook;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.eid.internal.Operation;
import vn.eid.internal.SharedState;
import vn.eid.internal.SharedState.Found;

/** The newest event about each thing that any node took. Thread-safe. */
final class EventOrder {
  private static final String KIND = "event-order";
  private static final String ID = "id";

  /** Longer than an event is accepted after it was issued. */
  private static final Duration KEPT = Duration.ofDays(31);

  /** How an event stands to the newest before it. */
  enum Turn {
    /** It is the newest now. */
    NEXT,
    /** It is that one, come again. */
    SAME,
    /** Something newer was taken before it. */
    LATE
  }

  private final SharedState state;

  EventOrder(SharedState state) {
    this.state = state;
  }

  /** Puts an event into the line of the thing that it is about. */
  Turn take(Operation operation, String about, String id, Place place) {
    Map<String, Object> content = new LinkedHashMap<>(place.content());
    content.put(ID, id);
    while (!state.add(operation, KIND, about, content, KEPT)) {
      Optional<Found> newest = state.find(operation, KIND, about);
      if (newest.isPresent()) {
        Turn turn = turn(newest.get(), id, place);
        if (turn != Turn.NEXT || state.replace(operation, newest.get(), content, KEPT)) {
          return turn;
        }
      }
    }
    return Turn.NEXT;
  }

  private static Turn turn(Found newest, String id, Place place) {
    if (newest.content().requiredText(ID).equals(id)) {
      return Turn.SAME;
    }
    return place.follows(Place.read(newest.content())) ? Turn.NEXT : Turn.LATE;
  }
}
