package vn.eid.store.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import redis.embedded.RedisServer;

/** A real Redis of a test's own, which writes down what it does. */
final class Redis implements AutoCloseable {
  private final int port;
  private final RedisServer server;

  private Redis(int port, RedisServer server) {
    this.port = port;
    this.server = server;
  }

  /** Starts one that evicts nothing. */
  static Redis start() throws IOException {
    Redis redis = onFreePort();
    redis.up();
    return redis;
  }

  /** One that is not up yet. */
  static Redis onFreePort() throws IOException {
    int port = freePort();
    Path target = Files.createDirectories(Path.of("target")).toAbsolutePath();
    Path directory = Files.createTempDirectory(target, "redis");
    RedisServer server =
        RedisServer.newRedisServer()
            .port(port)
            .setting("bind 127.0.0.1")
            .setting("dir " + directory)
            .setting("appendonly yes")
            .setting("appendfsync always")
            .setting("maxmemory-policy noeviction")
            .build();
    return new Redis(port, server);
  }

  void up() throws IOException {
    if (!server.isActive()) {
      server.start();
    }
  }

  void down() throws IOException {
    if (server.isActive()) {
      server.stop();
    }
  }

  String address() {
    return "redis://127.0.0.1:" + port;
  }

  RedisURI uri() {
    return RedisURI.create(address());
  }

  /** What an administrator does. */
  void administer(Consumer<RedisCommands<String, String>> work) {
    RedisClient client = RedisClient.create(uri());
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      work.accept(connection.sync());
    } finally {
      client.shutdown();
    }
  }

  @Override
  public void close() throws IOException {
    down();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
