package vn.eid.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.eid.InvalidRequestException;
import vn.eid.spi.SharedStore;

/**
 * The shared store in a table of a database: PostgreSQL 13 or newer, or H2 2 for small setups. What
 * it holds survives a crash as well as the database does.
 *
 * <p>It needs the table {@code eid_shared}, which {@link JdbcSchema#migrate} makes, and the rights
 * SELECT, INSERT, UPDATE and DELETE on it. The database's clock decides what is over; each 50th
 * {@code add} takes up to 200 entries out whose time is.
 *
 * <p>A statement has three seconds. Have the pool wait for a connection as long, and PostgreSQL's
 * URL say {@code connectTimeout=2&cancelSignalTimeout=2}: then a server that falls silent is given
 * up after five seconds, which the driver alone takes fifteen for. Why the database failed is
 * logged in a line a minute, without its own words. This class is thread-safe.
 */
public final class JdbcStore implements SharedStore {
  private final Database database;
  private final Expired expired;
  private final Failures failures = new Failures();
  private volatile @Nullable Dialect checked;

  private JdbcStore(DataSource dataSource) {
    this.database = new Database(dataSource);
    this.expired = new Expired(database, failures);
  }

  /**
   * The store in a database of yours. Looks at the table at once; where the database is down, when
   * it is first used, so the application starts without it.
   *
   * @param dataSource any pool, with auto-commit or without; not one that hands out the connection
   *     of the caller's transaction
   * @throws InvalidRequestException where the table is missing, or of another version than this one
   */
  public static JdbcStore of(DataSource dataSource) {
    JdbcStore store = new JdbcStore(dataSource);
    try {
      Dialect unused = store.dialect();
    } catch (WrongTableException e) {
      throw new InvalidRequestException("dataSource", e.sentence());
    } catch (SQLException e) {
      store.failures.log(e);
    }
    return store;
  }

  @Override
  public boolean add(String key, String value, Duration keep) throws SQLException {
    boolean added = ask((dialect, entries) -> dialect.add(entries, key, value, keep));
    expired.makeRoom();
    return added;
  }

  @Override
  public Optional<String> find(String key) throws SQLException {
    return ask((dialect, entries) -> entries.text(dialect.find(), key));
  }

  @Override
  public Optional<String> take(String key) throws SQLException {
    return ask((dialect, entries) -> entries.text(dialect.take(), key));
  }

  @Override
  public boolean replace(String key, String found, String value, Duration keep)
      throws SQLException {
    return ask(
        (dialect, entries) ->
            entries.change(dialect.replace(), value, keep.toMillis(), key, found) == 1);
  }

  private <T> T ask(Question<T> question) throws SQLException {
    try {
      Dialect dialect = dialect();
      return database.run(connection -> question.to(dialect, new Statements(connection)));
    } catch (SQLException e) {
      failures.log(e);
      throw e;
    }
  }

  /** What the database speaks, once its table was seen to be right. */
  private Dialect dialect() throws SQLException {
    Dialect known = checked;
    if (known == null) {
      known = database.run(SharedTable::check);
      checked = known;
    }
    return known;
  }

  private interface Question<T> {
    T to(Dialect dialect, Statements entries) throws SQLException;
  }
}
