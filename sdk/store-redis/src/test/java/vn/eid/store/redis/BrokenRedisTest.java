package vn.eid.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.eid.InvalidRequestException;

class BrokenRedisTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  private Redis redis;
  private RedisClient client;

  @BeforeEach
  void start() throws Exception {
    redis = Redis.onFreePort();
    client = RedisClient.create();
  }

  @AfterEach
  void stop() throws Exception {
    client.shutdown();
    redis.close();
  }

  @Test
  void opensWithoutRedisAndFindsItWhenItIsThere() throws Exception {
    RedisStore store = RedisStore.of(client, redis.uri());
    assertThatExceptionOfType(RedisException.class).isThrownBy(() -> store.find("kind.a"));
    redis.up();
    assertThat(eventually(store)).isTrue();
  }

  @Test
  void goesOnAfterARestartWithWhatWasThere() throws Exception {
    redis.up();
    RedisStore store = RedisStore.of(client, redis.uri());
    assertThat(store.add("kind.a", "value", LONG)).isTrue();
    redis.down();
    long start = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      assertThatExceptionOfType(RedisException.class).isThrownBy(() -> store.take("kind.a"));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    redis.up();
    assertThat(eventually(store)).isTrue();
    assertThat(store.take("kind.a")).contains("value");
  }

  @Test
  void refusesARedisThatMayForget() throws Exception {
    redis.up();
    for (String policy : new String[] {"allkeys-lru", "volatile-ttl"}) {
      redis.administer(admin -> admin.configSet("maxmemory-policy", policy));
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> RedisStore.of(client, redis.uri()))
          .withMessageContaining("set maxmemory-policy to noeviction");
    }
  }

  @Test
  void refusesAfterTheRestartToo() throws Exception {
    RedisStore store = RedisStore.of(client, redis.uri());
    redis.up();
    redis.administer(admin -> admin.configSet("maxmemory-policy", "allkeys-random"));
    TimeUnit.MILLISECONDS.sleep(300);
    assertThatExceptionOfType(UnsafeRedisException.class)
        .isThrownBy(() -> store.add("kind.a", "value", LONG));
  }

  @Test
  void whereItMayNotBeAskedTheApplicationAffirmsIt() throws Exception {
    redis.up();
    redis.administer(
        admin ->
            admin.dispatch(
                io.lettuce.core.protocol.CommandType.ACL,
                new io.lettuce.core.output.StatusOutput<>(io.lettuce.core.codec.StringCodec.UTF8),
                new io.lettuce.core.protocol.CommandArgs<>(io.lettuce.core.codec.StringCodec.UTF8)
                    .add("SETUSER")
                    .add("app")
                    .add("on")
                    .add(">secret")
                    .add("~eid:*")
                    .add("+get")
                    .add("+set")
                    .add("+getdel")
                    .add("+evalsha")
                    .add("+eval")));
    RedisURI uri = RedisURI.create(redis.address().replace("//", "//app:secret@"));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> RedisStore.of(client, uri))
        .withMessageContaining("RedisStore.affirmingNoEviction");
    RedisStore store = RedisStore.affirmingNoEviction(client, uri);
    assertThat(store.add("kind.a", "value", LONG)).isTrue();
    assertThat(store.replace("kind.a", "value", "next", LONG)).isTrue();
    assertThat(store.take("kind.a")).contains("next");
    assertThatExceptionOfType(RedisException.class)
        .isThrownBy(() -> store.withPrefix("other:").find("kind.a"))
        .satisfies(e -> assertThat(Failures.cause(e)).contains("this user may not"));
  }

  @Test
  void aFullRedisRefusesAndForgetsNothing() throws Exception {
    redis.up();
    RedisStore store = RedisStore.of(client, redis.uri());
    assertThat(store.add("kind.a", "value", LONG)).isTrue();
    redis.administer(admin -> admin.configSet("maxmemory", "100kb"));
    assertThatExceptionOfType(RedisException.class)
        .isThrownBy(() -> store.add("kind.b", "b".repeat(60_000), LONG))
        .satisfies(e -> assertThat(Failures.cause(e)).contains("memory of Redis is full"));
    redis.administer(admin -> admin.configSet("maxmemory", "0"));
    assertThat(store.find("kind.a")).contains("value");
    assertThat(store.find("kind.b")).isEmpty();
  }

  @Test
  void aReplicaIsNamed() throws Exception {
    redis.up();
    RedisStore store = RedisStore.of(client, redis.uri());
    redis.administer(admin -> admin.replicaof("127.0.0.1", 1));
    assertThatExceptionOfType(RedisException.class)
        .isThrownBy(() -> store.add("kind.a", "value", LONG))
        .satisfies(e -> assertThat(Failures.cause(e)).contains("read-only replica"));
  }

  @Test
  void aRedisThatHangsIsGivenUpAfterTwoSeconds() throws Exception {
    redis.up();
    RedisStore store = RedisStore.of(client, redis.uri());
    redis.administer(admin -> admin.clientPause(4_000));
    long start = System.nanoTime();
    assertThatExceptionOfType(RedisException.class).isThrownBy(() -> store.find("kind.a"));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void theApplicationsClientStaysAsItIs() throws Exception {
    redis.up();
    var before = client.getOptions();
    RedisStore.of(client, redis.uri()).close();
    assertThat(client.getOptions()).isSameAs(before);
    assertThat(client.connect(redis.uri()).sync().ping()).isEqualTo("PONG");
  }

  /** Whether it answers within three seconds. */
  private static boolean eventually(RedisStore store) throws InterruptedException {
    for (int tries = 0; tries < 30; tries++) {
      try {
        return store.find("kind.none").isEmpty();
      } catch (RedisException e) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    return false;
  }
}
