package vn.eid.store.jdbc;

import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import vn.eid.contract.SharedStoreContract;
import vn.eid.spi.SharedStore;

/** H2 in memory, for tests and small setups. */
class H2StoreTest extends SharedStoreContract {
  private static JdbcConnectionPool pool;
  private static JdbcStore one;
  private static JdbcStore two;

  @BeforeAll
  static void open() throws Exception {
    pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");
    JdbcSchema.migrate(pool);
    one = JdbcStore.of(pool);
    two = JdbcStore.of(pool);
  }

  @AfterAll
  static void close() {
    pool.dispose();
  }

  @Override
  protected SharedStore store() {
    return one;
  }

  @Override
  protected SharedStore anotherNode() {
    return two;
  }
}
