package vn.eid.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL, started with the first test of this module and ended with the last. */
final class Postgres {
  private static @Nullable Postgres instance;

  private final Path data;
  private EmbeddedPostgres server;
  private boolean up = true;

  private Postgres(Path data) throws IOException {
    this.data = data;
    this.server = builder().start();
  }

  static synchronized Postgres running() throws IOException {
    Postgres known = instance;
    if (known == null) {
      Path target = Files.createDirectories(Path.of("target")).toAbsolutePath();
      known = new Postgres(Files.createTempDirectory(target, "postgres"));
      instance = known;
    }
    return known;
  }

  private EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPGStartupWait(Duration.ofMinutes(1));
  }

  /** A database of a test's own. */
  String newDatabase(String name) throws SQLException {
    execute(url("postgres"), "create database " + name);
    return url(name);
  }

  int port() {
    return server.getPort();
  }

  String url(String database) {
    return server.getJdbcUrl("postgres", database);
  }

  void stop() throws IOException {
    if (up) {
      up = false;
      server.close();
    }
  }

  /** Starts it again where it was. */
  void start() throws IOException {
    if (!up) {
      server = builder().setPort(server.getPort()).start();
      up = true;
    }
  }

  /** A pool as applications have it; opens without the database too. */
  static HikariDataSource pool(String url) {
    return new HikariDataSource(settings(url));
  }

  static HikariConfig settings(String url) {
    HikariConfig settings = new HikariConfig();
    settings.setJdbcUrl(url);
    settings.setMaximumPoolSize(8);
    settings.setMinimumIdle(0);
    settings.setConnectionTimeout(3_000);
    settings.setInitializationFailTimeout(-1);
    return settings;
  }

  static void execute(String url, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        boolean unused = statement.execute(sql);
      }
    }
  }
}
