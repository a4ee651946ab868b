package vn.eid.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import vn.eid.InvalidRequestException;

/**
 * Makes the table of {@link JdbcStore} and brings an older one up to date, with Flyway, in the
 * schema that the connections start in. What else is in the schema is left alone: Flyway's history
 * of it is a table of its own, {@code eid_shared_history}.
 *
 * <p>Who has no Flyway runs the scripts in {@code vn/eid/store/jdbc/migration/postgresql} or {@code
 * h2} of the artifact, in their order.
 */
public final class JdbcSchema {
  private JdbcSchema() {}

  /**
   * Migrates. Of several nodes that start at once on PostgreSQL one does it, and the others wait.
   *
   * @param dataSource of a user who may create tables there, with up to four connections at a time;
   *     it need not be the store's
   * @throws InvalidRequestException where Flyway is not there (org.flywaydb:flyway-core, for
   *     PostgreSQL also flyway-database-postgresql), or the database is neither PostgreSQL nor H2
   * @throws SQLException where the database is down
   */
  public static void migrate(DataSource dataSource) throws SQLException {
    Dialect dialect = dialect(dataSource);
    try {
      Migration.run(dataSource, dialect);
    } catch (NoClassDefFoundError e) {
      throw new InvalidRequestException(
          "classpath",
          "JdbcSchema.migrate needs org.flywaydb:flyway-core. Add it, or run the scripts of "
              + dialect.migrations()
              + " in the artifact yourself.");
    }
  }

  private static Dialect dialect(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return Dialect.of(connection);
    }
  }
}
