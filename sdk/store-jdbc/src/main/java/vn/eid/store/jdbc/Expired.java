package vn.eid.store.jdbc;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes out what is over, in passing and little at a time: four times as much as is added. */
final class Expired {
  private static final int EACH = 50;
  private static final int BATCH = 200;

  private final Database database;
  private final Failures failures;
  private final AtomicInteger added = new AtomicInteger();

  Expired(Database database, Failures failures) {
    this.database = database;
    this.failures = failures;
  }

  /** Whoever added something has added it, whether room is made or not. */
  void makeRoom() {
    if (Math.floorMod(added.getAndIncrement(), EACH) != 0) {
      return;
    }
    try {
      int unused =
          database.run(
              connection ->
                  new Statements(connection).change(Dialect.of(connection).removeExpired(), BATCH));
    } catch (SQLException e) {
      failures.log(e);
    }
  }
}
