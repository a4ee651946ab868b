package vn.eid.webhook;

import java.util.function.Supplier;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;

/** What becomes of a good message where this application's own store is not in order. */
final class OwnStore {
  private OwnStore() {}

  /**
   * Asks the store. An entry that this node cannot open is no fault of the message: to refuse it
   * would lose it, and the sender comes again when the nodes have one key.
   */
  static <T> T asked(Operation operation, Supplier<T> access) {
    try {
      return access.get();
    } catch (UntrustedException e) {
      if (e.check() != Check.DECRYPTION) {
        throw e;
      }
      var outage =
          operation.unavailable(
              true,
              "An entry of the shared store was sealed with another key. Give all nodes the same"
                  + " key, a former one beside it while it changes; the message comes again.");
      outage.initCause(e);
      throw outage;
    }
  }

  /** The same for what gives no answer. */
  static void told(Operation operation, Runnable access) {
    boolean unused =
        asked(
            operation,
            () -> {
              access.run();
              return true;
            });
  }
}
