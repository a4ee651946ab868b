package vn.eid.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong with a database in its life, each with the real one. */
class BrokenDatabaseTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  private Postgres postgres;
  private String database;
  private String url;
  private HikariDataSource pool;

  @BeforeEach
  void open() throws Exception {
    postgres = Postgres.running();
    database = "broken_" + UUID.randomUUID().toString().replace("-", "");
    url = postgres.newDatabase(database);
    pool = Postgres.pool(url);
    JdbcSchema.migrate(pool);
  }

  @AfterEach
  void close() throws Exception {
    pool.close();
    postgres.start();
  }

  @Test
  void opensWithoutTheDatabaseAndFindsItWhenItIsThere() throws Exception {
    postgres.stop();
    try (HikariDataSource fresh = Postgres.pool(url)) {
      JdbcStore store = JdbcStore.of(fresh);
      failsBecause("cannot be reached", () -> store.find("kind.a"));
      postgres.start();
      assertThat(eventually(store)).isTrue();
      assertThat(store.add("kind.a", "value", LONG)).isTrue();
    }
  }

  /** Whether it answers within some seconds, for which a pool may pause between its tries. */
  private static boolean eventually(JdbcStore store) {
    for (int tries = 0; tries < 5; tries++) {
      try {
        return store.find("kind.a").isEmpty();
      } catch (SQLException e) {
        assertThat(Failures.cause(e)).contains("cannot be reached");
      }
    }
    return false;
  }

  @Test
  void aReadOnlyDatabaseIsNamed() throws Exception {
    JdbcStore store = JdbcStore.of(pool);
    assertThat(store.add("kind.a", "value", LONG)).isTrue();
    Postgres.execute(url, "alter database " + database + " set default_transaction_read_only = on");
    pool.getHikariPoolMXBean().softEvictConnections();
    failsBecause("read-only", () -> store.add("kind.b", "value", LONG));
    failsBecause("read-only", () -> store.take("kind.a"));
    assertThat(store.find("kind.a")).contains("value");
  }

  @Test
  void aFullDiskIsNamedAndNothingIsLost() throws Exception {
    JdbcStore store = JdbcStore.of(pool);
    assertThat(store.add("kind.a", "value", LONG)).isTrue();
    Postgres.execute(
        url,
        "create function full_disk() returns trigger language plpgsql as "
            + "$$ begin raise exception 'No space left' using errcode = 'disk_full'; end $$",
        "create trigger full_disk before insert on eid_shared"
            + " for each row execute function full_disk()");
    failsBecause("disk is full", () -> store.add("kind.b", "value", LONG));
    assertThat(store.take("kind.a")).contains("value");
  }

  @Test
  void fourRightsAreEnoughAndAMissingOneIsNamed() throws Exception {
    Postgres.execute(
        url,
        "create role clerk_" + database + " login",
        "grant select, insert, update, delete on eid_shared to clerk_" + database);
    String clerk = url.replace("user=postgres", "user=clerk_" + database);
    try (HikariDataSource clerks = Postgres.pool(clerk)) {
      JdbcStore store = JdbcStore.of(clerks);
      assertThat(store.add("kind.a", "value", LONG)).isTrue();
      assertThat(store.add("kind.a", "value", LONG)).isFalse();
      assertThat(store.replace("kind.a", "value", "next", LONG)).isTrue();
      assertThat(store.take("kind.a")).contains("next");
      Postgres.execute(url, "revoke insert on eid_shared from clerk_" + database);
      failsBecause("Grant SELECT, INSERT, UPDATE", () -> store.add("kind.b", "value", LONG));
    }
  }

  @Test
  void aTableThatIsLockedIsGivenUpAfterThreeSeconds() throws Exception {
    JdbcStore store = JdbcStore.of(pool);
    try (Connection other = pool.getConnection();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      boolean unused = lock.execute("lock table eid_shared in access exclusive mode");
      failsBecause("too slow", () -> store.find("kind.a"));
      other.rollback();
    }
    assertThat(store.find("kind.a")).isEmpty();
  }

  @Test
  void aServerThatFallsSilentIsGivenUpAfterFiveSeconds() throws Exception {
    try (Wire wire = Wire.to(postgres.port());
        HikariDataSource remote =
            Postgres.pool(
                url.replace(":" + postgres.port(), ":" + wire.port())
                    + "&connectTimeout=2&cancelSignalTimeout=2")) {
      JdbcStore store = JdbcStore.of(remote);
      assertThat(store.add("kind.a", "value", LONG)).isTrue();
      wire.fallSilent();
      long start = System.nanoTime();
      failsBecause("cannot be reached", () -> store.find("kind.a"));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
      wire.speakAgain();
      assertThat(store.find("kind.a")).contains("value");
    }
  }

  private static void failsBecause(String cause, Call call) {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(call::make)
        .satisfies(e -> assertThat(Failures.cause(e)).contains(cause));
  }

  private interface Call {
    void make() throws SQLException;
  }
}
