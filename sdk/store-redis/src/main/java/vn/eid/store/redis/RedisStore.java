package vn.eid.store.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import vn.eid.InvalidRequestException;
import vn.eid.spi.SharedStore;

/**
 * The shared store in Redis 6.2 or newer, or Valkey, one primary with or without Sentinel.
 *
 * <p>Redis must forget nothing before its time: one whose {@code maxmemory-policy} may evict is
 * refused, and it should write to disk ({@code appendonly yes}), or a restart forgets which
 * sessions and consents have ended. Where a replica takes over, what the primary did in its last
 * moments may be lost: who cannot bear that takes the store in a database.
 *
 * <p>The user needs {@code +get +set +getdel +evalsha +eval +config|get} on the keys below the
 * prefix, {@code eid:} unless it is changed. A command has two seconds, none waits for Redis to
 * come back, and none is sent twice. Why Redis failed is logged in a line a minute, without its own
 * words. This class is thread-safe.
 */
public final class RedisStore implements SharedStore, AutoCloseable {
  private static final String PREFIX = "eid:";

  private final Link link;
  private final String prefix;
  private final Failures failures;

  private RedisStore(Link link, String prefix, Failures failures) {
    this.link = link;
    this.prefix = prefix;
    this.failures = failures;
  }

  /**
   * The store in a Redis of yours, on a connection of its own. Looks at Redis at once; where that
   * is down, when it is first used, so the application starts without it.
   *
   * @param client whose threads and options, such as those of TLS, are used; it stays open, and as
   *     it is
   * @throws InvalidRequestException where Redis may evict, or does not let itself be asked
   */
  public static RedisStore of(RedisClient client, RedisURI uri) {
    return opened(new Link(client, uri, Eviction::refuse));
  }

  /**
   * The same for a Redis that forbids {@code CONFIG}, as clouds do: you have seen for yourself that
   * its {@code maxmemory-policy} is {@code noeviction}. With any other, events count twice when
   * memory is short.
   */
  public static RedisStore affirmingNoEviction(RedisClient client, RedisURI uri) {
    return opened(new Link(client, uri, unused -> {}));
  }

  private static RedisStore opened(Link link) {
    Failures failures = new Failures();
    try {
      var unused = link.connection();
    } catch (UnsafeRedisException e) {
      link.close();
      throw new InvalidRequestException("uri", e.sentence());
    } catch (RedisException e) {
      failures.log(e);
    }
    return new RedisStore(link, PREFIX, failures);
  }

  /**
   * The same store, with other keys. Nodes of one application have the same prefix.
   *
   * @throws InvalidRequestException where the prefix is blank
   */
  public RedisStore withPrefix(String keys) {
    if (keys.isBlank()) {
      throw new InvalidRequestException("prefix", "The prefix is empty: name one such as eid:");
    }
    return new RedisStore(link, keys, failures);
  }

  @Override
  public boolean add(String key, String value, Duration keep) {
    SetArgs once = SetArgs.Builder.nx().px(millis(keep));
    return ask(redis -> redis.set(prefix + key, value, once)).isPresent();
  }

  @Override
  public Optional<String> find(String key) {
    return ask(redis -> redis.get(prefix + key));
  }

  @Override
  public Optional<String> take(String key) {
    return ask(redis -> redis.getdel(prefix + key));
  }

  @Override
  public boolean replace(String key, String found, String value, Duration keep) {
    String millis = Long.toString(millis(keep));
    return ask(redis -> Replacement.run(redis, prefix + key, found, value, millis)).isPresent();
  }

  private <T> Optional<T> ask(Function<RedisCommands<String, String>, T> question) {
    try {
      return link.ask(question);
    } catch (RedisException e) {
      failures.log(e);
      throw e;
    }
  }

  private static long millis(Duration keep) {
    return Math.max(1, keep.toMillis());
  }

  /** Closes the connection. The client stays open. */
  @Override
  public void close() {
    link.close();
  }
}
