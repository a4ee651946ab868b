package vn.eid.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import vn.eid.contract.ClusterContract;
import vn.eid.contract.StoreOpener;
import vn.eid.spi.SharedStore;

class PostgresClusterTest extends ClusterContract {
  @Override
  protected StoreOpener opener() {
    return new Opener();
  }

  @Override
  protected String makeStore() throws Exception {
    String url = Postgres.running().newDatabase("cluster");
    try (HikariDataSource pool = Postgres.pool(url)) {
      JdbcSchema.migrate(pool);
    }
    return url;
  }

  @Override
  protected void stopStore() throws Exception {
    Postgres.running().stop();
  }

  @Override
  protected void startStore() throws Exception {
    Postgres.running().start();
  }

  static final class Opener implements StoreOpener {
    @Override
    public SharedStore open(String address) {
      HikariConfig settings = Postgres.settings(address);
      settings.setConnectionTimeout(1_500);
      return JdbcStore.of(new HikariDataSource(settings));
    }
  }
}
