package vn.eid.store.jdbc;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log why the database failed and what to do, once a minute for each cause. In words of
 * its own: a driver quotes what it was given.
 */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcStore.class);
  private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

  private final Map<String, Long> said = new ConcurrentHashMap<>();

  void log(SQLException failure) {
    String cause = cause(failure);
    long now = System.nanoTime();
    Long last = said.get(cause);
    if (last == null || now - last >= PAUSE) {
      said.put(cause, now);
      LOG.error("The shared store failed: {}", cause);
    }
  }

  static String cause(SQLException failure) {
    if (failure instanceof WrongTableException wrong) {
      return wrong.sentence();
    }
    String state = String.valueOf(failure.getSQLState());
    boolean unreached =
        failure instanceof SQLTransientConnectionException
            || state.equals("null")
            || state.startsWith("08")
            || state.startsWith("57P");
    return unreached
        ? "the database cannot be reached. See that it is up; nothing else has to be done."
        : known(state);
  }

  private static String known(String state) {
    return switch (state) {
      case "25006", "90097" ->
          "the database is read-only. Point the pool at the primary, or see why it takes no writes.";
      case "42501", "90096" ->
          "this user may not. Grant SELECT, INSERT, UPDATE and DELETE on eid_shared.";
      case "53100", "90100" -> "the database's disk is full. Make room.";
      case "53200", "53300", "53400" -> "the database has no memory or no connection left.";
      case "57014", "HYT00" -> "the database is too slow, or the table is locked.";
      default -> "SQLState " + state + ".";
    };
  }
}
