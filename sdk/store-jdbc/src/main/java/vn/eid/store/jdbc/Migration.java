package vn.eid.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** What needs Flyway, which may not be there. */
final class Migration {
  /** Any number, as long as it is always this one. */
  private static final String MY_TURN = "select pg_advisory_xact_lock(8612010907)";

  private Migration() {}

  /** Flyway waits for others of its kind, but not while it makes its history table. */
  static void run(DataSource dataSource, Dialect dialect) throws SQLException {
    if (dialect == Dialect.H2) {
      migrate(dataSource, dialect);
      return;
    }
    try (Connection turn = dataSource.getConnection()) {
      boolean former = turn.getAutoCommit();
      turn.setAutoCommit(false);
      try (var statement = turn.createStatement()) {
        boolean unused = statement.execute(MY_TURN);
        migrate(dataSource, dialect);
      } finally {
        turn.rollback();
        turn.setAutoCommit(former);
      }
    }
  }

  private static void migrate(DataSource dataSource, Dialect dialect) {
    Flyway.configure(Migration.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:" + dialect.migrations())
        .table("eid_shared_history")
        // The schema is the application's, and not empty.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }
}
