package vn.eid.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import vn.eid.contract.SharedStoreContract;
import vn.eid.spi.SharedStore;

/** A pool that commits nothing by itself, in the strictest isolation. */
class PostgresWithoutAutoCommitTest extends SharedStoreContract {
  private static HikariDataSource pool;
  private static JdbcStore store;

  @BeforeAll
  static void open() throws Exception {
    HikariConfig settings = Postgres.settings(Postgres.running().newDatabase("serializable"));
    settings.setAutoCommit(false);
    settings.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
    pool = new HikariDataSource(settings);
    JdbcSchema.migrate(pool);
    store = JdbcStore.of(pool);
  }

  @AfterAll
  static void close() {
    pool.close();
  }

  @Override
  protected SharedStore store() {
    return store;
  }

  @Override
  protected SharedStore anotherNode() {
    return JdbcStore.of(pool);
  }
}
