package vn.eid.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.contract.SharedStoreContract;
import vn.eid.spi.SharedStore;

/** H2 in a file, by a pool that commits nothing by itself. */
class H2FileStoreTest extends SharedStoreContract {
  @TempDir private static Path directory;
  private static HikariDataSource pool;
  private static JdbcStore store;

  @BeforeAll
  static void open() throws Exception {
    pool = pool();
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

  @Test
  void keepsWhatItHasOverARestart() throws Exception {
    store.add("kind.restart", "value", Duration.ofMinutes(10));
    pool.close();
    open();
    assertThat(store.take("kind.restart")).contains("value");
  }

  private static HikariDataSource pool() {
    HikariConfig settings = Postgres.settings("jdbc:h2:file:" + directory.resolve("eid"));
    settings.setAutoCommit(false);
    return new HikariDataSource(settings);
  }
}
