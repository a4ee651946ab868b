package vn.eid.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** Borrows a connection for each piece of work, and makes it a transaction of its own. */
final class Database {
  private static final int SILENT_MILLIS = 5_000;
  private static final int TRIES = 5;

  /** Rolled back because others were faster, which isolation above READ COMMITTED does. */
  private static final Set<String> RACE_LOST = Set.of("40001", "40P01", "90131");

  private final DataSource dataSource;

  Database(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Does it, and again where the database undid it for the sake of another transaction. */
  <T> T run(Work<T> work) throws SQLException {
    for (int tries = 1; ; tries++) {
      try (Connection connection = dataSource.getConnection()) {
        return inTime(connection, work);
      } catch (SQLException e) {
        if (tries == TRIES || e.getSQLState() == null || !RACE_LOST.contains(e.getSQLState())) {
          throw e;
        }
      }
    }
  }

  /** The query timeout asks the server to stop; this one is for a server that is not there. */
  private static <T> T inTime(Connection connection, Work<T> work) throws SQLException {
    int former = connection.getNetworkTimeout();
    connection.setNetworkTimeout(Runnable::run, SILENT_MILLIS);
    try {
      return committed(connection, work);
    } finally {
      restore(connection, former);
    }
  }

  private static void restore(Connection connection, int networkTimeout) {
    try {
      connection.setNetworkTimeout(Runnable::run, networkTimeout);
    } catch (SQLException e) {
      // A connection that broke has none, and goes no further than its pool.
    }
  }

  private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
    if (connection.getAutoCommit()) {
      return work.on(connection);
    }
    try {
      T result = work.on(connection);
      connection.commit();
      return result;
    } catch (SQLException e) {
      rollBack(connection, e);
      throw e;
    }
  }

  private static void rollBack(Connection connection, SQLException failure) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }
}
