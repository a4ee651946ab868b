package vn.eid.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;
import vn.eid.InvalidRequestException;

class JdbcSchemaTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  @ParameterizedTest
  @EnumSource
  void makesTheTableBesideTheOnesOfTheApplication(Dialect dialect) throws Exception {
    Place place = Place.in(dialect);
    place.execute("create table customer (id int)");
    Flyway.configure().dataSource(place.source).baselineOnMigrate(true).load().baseline();
    JdbcSchema.migrate(place.source);
    JdbcSchema.migrate(place.source);
    assertThat(JdbcStore.of(place.source).add("kind.a", "value", LONG)).isTrue();
    place.execute("insert into customer values (1)");
  }

  @Test
  void nodesThatStartAtOnceDoNotDisturbEachOther() throws Exception {
    Place place = Place.in(Dialect.POSTGRESQL);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> nodes = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        nodes.add(
            pool.submit(
                () -> {
                  JdbcSchema.migrate(place.source);
                  return null;
                }));
      }
      for (Future<?> node : nodes) {
        assertThat(node.get()).isNull();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(JdbcStore.of(place.source).find("kind.a")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theScriptDoesWithoutFlywayAndFlywayGoesOnAfterIt(Dialect dialect) throws Exception {
    Place place = Place.in(dialect);
    try (InputStream script =
        JdbcStore.class
            .getClassLoader()
            .getResourceAsStream(dialect.migrations() + "/V1__eid_shared.sql")) {
      place.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertThat(JdbcStore.of(place.source).add("kind.a", "value", LONG)).isTrue();
    JdbcSchema.migrate(place.source);
    assertThat(JdbcStore.of(place.source).find("kind.a")).contains("value");
  }

  @ParameterizedTest
  @EnumSource
  void aMissingTableIsNamedAndFoundOnceItIsThere(Dialect dialect) throws Exception {
    Place place = Place.in(dialect);
    refuses(place, "There is no table eid_shared. Call JdbcSchema.migrate(dataSource)");
    JdbcSchema.migrate(place.source);
    assertThat(JdbcStore.of(place.source).find("kind.a")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aTableOfAnotherVersionIsRefused(Dialect dialect) throws Exception {
    Place place = Place.in(dialect);
    JdbcSchema.migrate(place.source);
    place.execute("update eid_shared set entry_value = '0' where entry_key = '#version'");
    refuses(place, "older version than 1, which this eid-store-jdbc needs. Call JdbcSchema");
    place.execute("update eid_shared set entry_value = '2' where entry_key = '#version'");
    refuses(place, "newer version than 1: another node migrated it.");
    place.execute("delete from eid_shared");
    refuses(place, "older version than 1");
    place.execute("drop table eid_shared", "create table eid_shared (name varchar(10))");
    refuses(place, "older version than 1");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsOverIsTakenOutInPassingAndLittleAtATime(Dialect dialect) throws Exception {
    Place place = Place.in(dialect);
    JdbcSchema.migrate(place.source);
    place.execute(
        "insert into eid_shared select 'old.' || x, 'value', current_timestamp from "
            + (dialect == Dialect.H2 ? "system_range(1, 500) t(x)" : "generate_series(1, 500) x"));
    JdbcStore store = JdbcStore.of(place.source);
    assertThat(store.add("kind.first", "value", LONG)).isTrue();
    assertThat(place.rows()).isEqualTo(1 + 1 + 300);
    for (int i = 1; i <= 100; i++) {
      assertThat(store.add("kind." + i, "value", LONG)).isTrue();
    }
    assertThat(place.rows()).isEqualTo(1 + 1 + 100);
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatMigrationLacksWhereThereIsNoFlyway(Dialect dialect) throws Exception {
    Place place = Place.in(dialect);
    try (URLClassLoader loader = withoutFlyway()) {
      var migrate =
          Class.forName("vn.eid.store.jdbc.JdbcSchema", true, loader)
              .getMethod("migrate", DataSource.class);
      assertThatExceptionOfType(InvocationTargetException.class)
          .isThrownBy(() -> migrate.invoke(null, place.source))
          .havingCause()
          .withMessageContaining("org.flywaydb:flyway-core")
          .withMessageContaining(dialect.migrations());
    }
  }

  private static void refuses(Place place, String sentence) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> JdbcStore.of(place.source))
        .withMessageContaining(sentence);
  }

  private static URLClassLoader withoutFlyway() {
    URL[] rest =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.contains("flyway"))
            .map(JdbcSchemaTest::url)
            .toArray(URL[]::new);
    return new URLClassLoader(rest, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (java.net.MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  /** An empty database of a test's own. */
  private record Place(DataSource source) {
    static Place in(Dialect dialect) throws Exception {
      String name = "schema_" + UUID.randomUUID().toString().replace("-", "");
      if (dialect == Dialect.H2) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        return new Place(source);
      }
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl(Postgres.running().newDatabase(name));
      return new Place(source);
    }

    void execute(String... statements) throws Exception {
      try (var connection = source.getConnection();
          var statement = connection.createStatement()) {
        for (String sql : statements) {
          boolean unused = statement.execute(sql);
        }
      }
    }

    int rows() throws Exception {
      try (var connection = source.getConnection();
          var statement = connection.createStatement();
          var rows = statement.executeQuery("select count(*) from eid_shared")) {
        assertThat(rows.next()).isTrue();
        return rows.getInt(1);
      }
    }
  }
}
