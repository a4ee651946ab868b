package vn.eid.login;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.SharedState;
import vn.eid.internal.json.Fields;

/**
 * The logins under way, where all nodes find them. Each is found only by its handle together with
 * the browser in which it began: a handle alone finds nothing, so no other browser can even use it
 * up.
 */
final class Pending {
  /** A late one is told from a foreign one for this long. */
  private static final Duration KEPT_AFTER_EXPIRY = Duration.ofMinutes(30);

  private final Connection connection;
  private final String kind;

  /**
   * The logins of a kind.
   *
   * @param kind tells those in the browser from those by push
   */
  Pending(Connection connection, String kind) {
    this.connection = connection;
    this.kind = kind;
  }

  /** The name under which a handle is kept for a browser. */
  static String name(String handle, BrowserSession browser) {
    return browser.binding() + "." + handle;
  }

  void put(Operation operation, String name, Map<String, ?> content, Instant finishBy) {
    if (!state().add(operation, kind, name, content, keep(finishBy))) {
      throw new IllegalStateException("A random handle came twice.");
    }
  }

  Optional<SharedState.Found> find(Operation operation, String name) {
    return state().find(operation, kind, name);
  }

  /** Finds it and takes it out: of several threads on all nodes, one gets it. */
  Optional<Fields> take(Operation operation, String name) {
    return state().take(operation, kind, name);
  }

  /** False where another thread has changed or taken it since it was found. */
  boolean replace(
      Operation operation, SharedState.Found found, Map<String, ?> content, Instant finishBy) {
    return state().replace(operation, found, content, keep(finishBy));
  }

  /** What {@link #take} found of a login in the browser. */
  PendingLogin read(Fields content) {
    return PendingLogin.read(content, connection.crypto());
  }

  private Duration keep(Instant finishBy) {
    Duration left = Duration.between(connection.clock().instant(), finishBy);
    return (left.isNegative() ? Duration.ZERO : left).plus(KEPT_AFTER_EXPIRY);
  }

  private SharedState state() {
    return connection.state();
  }
}
