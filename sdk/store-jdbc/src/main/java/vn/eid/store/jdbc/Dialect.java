package vn.eid.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import vn.eid.InvalidRequestException;

/** The statements, as each of the two databases wants them. Each is atomic in itself. */
enum Dialect {
  POSTGRESQL(
      "current_timestamp + ? * interval '1 millisecond'",
      """
      delete from eid_shared
        where entry_key = ? and kept_until > current_timestamp returning entry_value""",
      """
      delete from eid_shared where kept_until <= current_timestamp and entry_key in
        (select entry_key from eid_shared where kept_until <= current_timestamp
          limit ? for update skip locked)""") {
    @Override
    boolean add(Statements entries, String key, String value, Duration keep) throws SQLException {
      return entries.change(ADD_OR_RENEW, key, value, keep.toMillis()) == 1;
    }
  },

  H2(
      "dateadd('MILLISECOND', ?, current_timestamp)",
      """
      select entry_value from old table
        (delete from eid_shared where entry_key = ? and kept_until > current_timestamp)""",
      "delete from eid_shared where kept_until <= current_timestamp fetch first ? rows only") {
    /** The first does no harm without the second, and the second alone decides. */
    @Override
    boolean add(Statements entries, String key, String value, Duration keep) throws SQLException {
      int unused = entries.change(REMOVE_EXPIRED, key);
      try {
        return entries.change(ADD, key, value, keep.toMillis()) == 1;
      } catch (SQLException e) {
        if (DUPLICATE.equals(e.getSQLState())) {
          return false;
        }
        throw e;
      }
    }
  };

  private static final String DUPLICATE = "23505";

  private static final String ADD_OR_RENEW =
      """
      insert into eid_shared as held (entry_key, entry_value, kept_until)
        values (?, ?, %s) on conflict (entry_key) do update
        set entry_value = excluded.entry_value, kept_until = excluded.kept_until
        where held.kept_until <= current_timestamp"""
          .formatted(POSTGRESQL.later);

  private static final String REMOVE_EXPIRED =
      "delete from eid_shared where entry_key = ? and kept_until <= current_timestamp";

  private static final String ADD =
      "insert into eid_shared (entry_key, entry_value, kept_until) values (?, ?, %s)"
          .formatted(H2.later);

  private final String later;
  private final String take;
  private final String removeExpired;

  Dialect(String later, String take, String removeExpired) {
    this.later = later;
    this.take = take;
    this.removeExpired = removeExpired;
  }

  static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return switch (product) {
      case "PostgreSQL" -> POSTGRESQL;
      case "H2" -> H2;
      default ->
          throw new InvalidRequestException(
              "dataSource", "The store knows PostgreSQL and H2, and this is " + product + ".");
    };
  }

  /** Adds a key where there is none, or one whose time is over. */
  abstract boolean add(Statements entries, String key, String value, Duration keep)
      throws SQLException;

  /** The value of a key. */
  String find() {
    return """
        select entry_value from eid_shared
          where entry_key = ? and kept_until > current_timestamp""";
  }

  /** Of a key; brings the value of what it removed. */
  String take() {
    return take;
  }

  /** By a value, for so many milliseconds, of a key with a value. */
  String replace() {
    return """
        update eid_shared set entry_value = ?, kept_until = %s
          where entry_key = ? and entry_value = ? and kept_until > current_timestamp"""
        .formatted(later);
  }

  /** So many of those whose time is over. */
  String removeExpired() {
    return removeExpired;
  }

  /** Where the migrations lie. */
  String migrations() {
    return "vn/eid/store/jdbc/migration/" + (this == H2 ? "h2" : "postgresql");
  }
}
