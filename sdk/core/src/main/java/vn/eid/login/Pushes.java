package vn.eid.login;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.SharedState;
import vn.eid.internal.SharedState.Found;
import vn.eid.internal.json.Fields;

/** The logins by push under way, by name; of all nodes, one at a time asks about each. */
final class Pushes {
  private final Connection connection;
  private final Pending pending;

  Pushes(Connection connection) {
    this.connection = connection;
    this.pending = new Pending(connection, "push");
  }

  void put(Operation operation, String name, PendingPush push) {
    pending.put(operation, name, push.content(), push.finishBy());
  }

  Optional<PendingPush> find(Operation operation, String name) {
    return pending.find(operation, name).map(Found::content).map(this::read);
  }

  /** Takes the turn to ask. Empty where somebody else changed the push since it was found. */
  Optional<PendingPush> takeTurn(Operation operation, String name) {
    return pending.find(operation, name).flatMap(found -> takeTurn(operation, found));
  }

  private Optional<PendingPush> takeTurn(Operation operation, SharedState.Found found) {
    PendingPush push = read(found.content());
    Instant now = connection.clock().instant();
    if (push.waitAt(now).isPresent()) {
      return Optional.empty();
    }
    PendingPush asked = push.askedFrom(now);
    return Optional.of(asked).filter(turn -> replaced(operation, found, turn));
  }

  /** Changes a push as often as it takes; one that is over stays over. */
  void change(Operation operation, String name, UnaryOperator<PendingPush> change) {
    Optional<Found> found = pending.find(operation, name);
    while (found.isPresent()) {
      PendingPush changed = change.apply(read(found.get().content()));
      if (replaced(operation, found.get(), changed)) {
        return;
      }
      found = pending.find(operation, name);
    }
  }

  private PendingPush read(Fields content) {
    return PendingPush.read(content, connection.crypto());
  }

  /** Takes a push out; whether this call was the one that did. */
  boolean finish(Operation operation, String name) {
    return pending.take(operation, name).isPresent();
  }

  private boolean replaced(Operation operation, Found found, PendingPush push) {
    return pending.replace(operation, found, push.content(), push.finishBy());
  }
}
