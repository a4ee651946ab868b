package vn.eid.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/** The messages that came to any node, by id, for as long as they would be accepted. */
final class SeenTokens {
  private final Connection connection;
  private final String kind;

  /**
   * The messages of a kind.
   *
   * @param kind tells logout tokens from events: their ids are different senders' to choose
   */
  SeenTokens(Connection connection, String kind) {
    this.connection = connection;
    this.kind = kind;
  }

  /** Whether this is the first time; of several threads on all nodes, one is told so. */
  boolean isFirst(Operation operation, String id, Instant acceptedUntil) {
    Duration keep = Duration.between(connection.clock().instant(), acceptedUntil);
    return connection.state().add(operation, kind, id, Map.of(), keep);
  }

  /** It was not acted upon after all, so the next time is the first again. */
  void forget(Operation operation, String id) {
    Optional<Fields> unused = connection.state().take(operation, kind, id);
  }
}
