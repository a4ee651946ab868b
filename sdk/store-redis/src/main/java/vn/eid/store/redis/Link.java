package vn.eid.store.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one connection to Redis: made when it is needed, and anew when it broke. The driver could do
 * that too, but would send again what was under way, and an entry that was taken would seem to be
 * missing. Thread-safe.
 */
final class Link implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(250);

  private final RedisClient client;
  private final RedisURI uri;
  private final Consumer<RedisCommands<String, String>> check;
  private final ReentrantLock connecting = new ReentrantLock();
  private volatile @Nullable StatefulRedisConnection<String, String> current;
  private @Nullable RedisException lastFailure;
  private long failedAt;

  /**
   * A link that is not made yet.
   *
   * @param check what each new connection has to pass
   */
  Link(RedisClient client, RedisURI uri, Consumer<RedisCommands<String, String>> check) {
    this.uri = RedisURI.builder(uri).withTimeout(PATIENCE).build();
    this.client = RedisClient.create(client.getResources(), this.uri);
    this.client.setOptions(options(client.getOptions()));
    this.check = check;
  }

  private static ClientOptions options(ClientOptions given) {
    return given
        .mutate()
        .autoReconnect(false)
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .socketOptions(given.getSocketOptions().mutate().connectTimeout(PATIENCE).build())
        .build();
  }

  /** What Redis answers; empty for a nil. */
  <T> Optional<T> ask(Function<RedisCommands<String, String>, T> question) {
    StatefulRedisConnection<String, String> connection = connection();
    try {
      return Optional.ofNullable(question.apply(connection.sync()));
    } catch (RedisCommandTimeoutException e) {
      // Who is silent may be gone for good, and the network would not say so for a quarter of an
      // hour.
      var unused = connection.closeAsync();
      throw e;
    }
  }

  StatefulRedisConnection<String, String> connection() {
    StatefulRedisConnection<String, String> known = current;
    return known != null && known.isOpen() ? known : connected();
  }

  private StatefulRedisConnection<String, String> connected() {
    if (!isMyTurn()) {
      throw new RedisConnectionException("Another thread is still connecting.");
    }
    try {
      StatefulRedisConnection<String, String> known = current;
      return known != null && known.isOpen() ? known : connect();
    } finally {
      connecting.unlock();
    }
  }

  private boolean isMyTurn() {
    try {
      return connecting.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** All who wait while Redis is down get the answer of the one who tried. */
  private StatefulRedisConnection<String, String> connect() {
    RedisException failure = lastFailure;
    if (failure != null && System.nanoTime() - failedAt < PAUSE) {
      throw failure;
    }
    try {
      StatefulRedisConnection<String, String> fresh = checked(client.connect());
      lastFailure = null;
      current = fresh;
      return fresh;
    } catch (RedisException e) {
      lastFailure = e;
      failedAt = System.nanoTime();
      throw e;
    }
  }

  private StatefulRedisConnection<String, String> checked(
      StatefulRedisConnection<String, String> fresh) {
    try {
      check.accept(fresh.sync());
      return fresh;
    } catch (RedisException e) {
      fresh.close();
      throw e;
    }
  }

  /** The threads are those of the application's client, and go on. */
  @Override
  public void close() {
    client.shutdown();
  }
}
