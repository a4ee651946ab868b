package vn.eid.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import vn.eid.contract.SharedStoreContract;
import vn.eid.spi.SharedStore;

class PostgresStoreTest extends SharedStoreContract {
  private static HikariDataSource pool;
  private static JdbcStore one;
  private static JdbcStore two;

  @BeforeAll
  static void open() throws Exception {
    String name = "contract_" + UUID.randomUUID().toString().replace("-", "");
    pool = Postgres.pool(Postgres.running().newDatabase(name));
    JdbcSchema.migrate(pool);
    one = JdbcStore.of(pool);
    two = JdbcStore.of(pool);
  }

  @AfterAll
  static void close() {
    pool.close();
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
