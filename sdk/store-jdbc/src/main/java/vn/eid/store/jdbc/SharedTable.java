package vn.eid.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** The table of the store, which says in a row of its own which version it is of. */
final class SharedTable {
  private static final String VERSION = "1";

  /** A key that the interface does not allow, so no entry can have it. */
  private static final String READ_VERSION =
      "select entry_value from eid_shared where entry_key = '#version'";

  private static final Set<String> NO_TABLE = Set.of("42P01", "42S02", "42S03", "42S04");
  private static final Set<String> NO_COLUMN = Set.of("42703", "42S22");

  private SharedTable() {}

  /** The dialect of a database whose table is as this version wants it. */
  static Dialect check(Connection connection) throws SQLException {
    Dialect dialect = Dialect.of(connection);
    Optional<String> version = version(connection, dialect);
    if (version.isEmpty() || isOlder(version.get())) {
      throw new WrongTableException(
          "The table eid_shared is of an older version than "
              + VERSION
              + ", which this eid-store-jdbc needs. "
              + remedy(dialect));
    }
    if (!version.get().equals(VERSION)) {
      throw new WrongTableException(
          "The table eid_shared is of a newer version than "
              + VERSION
              + ": another node migrated it. Bring this node to the same version of"
              + " eid-store-jdbc; the table stays as it is.");
    }
    return dialect;
  }

  private static Optional<String> version(Connection connection, Dialect dialect)
      throws SQLException {
    try {
      return new Statements(connection).text(READ_VERSION);
    } catch (SQLException e) {
      String state = String.valueOf(e.getSQLState());
      if (NO_TABLE.contains(state)) {
        throw new WrongTableException("There is no table eid_shared. " + remedy(dialect));
      }
      if (NO_COLUMN.contains(state)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static boolean isOlder(String version) {
    return !version.matches("\\d{1,9}") || Integer.parseInt(version) < Integer.parseInt(VERSION);
  }

  private static String remedy(Dialect dialect) {
    return "Call JdbcSchema.migrate(dataSource) when the application starts, or run the scripts of "
        + dialect.migrations()
        + " in the artifact in their order; then see that this user's search path leads to it.";
  }
}
