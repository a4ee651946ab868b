package vn.eid.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.eid.contract.SharedStoreContract;
import vn.eid.spi.SharedStore;

class RedisStoreTest extends SharedStoreContract {
  private static final Duration LONG = Duration.ofMinutes(10);

  private static Redis redis;
  private static RedisClient client;
  private static RedisStore one;
  private static RedisStore two;

  @BeforeAll
  static void open() throws Exception {
    redis = Redis.start();
    client = RedisClient.create();
    one = RedisStore.of(client, redis.uri());
    two = RedisStore.of(client, redis.uri());
  }

  @AfterAll
  static void close() throws Exception {
    one.close();
    two.close();
    client.shutdown();
    redis.close();
  }

  @Override
  protected SharedStore store() {
    return one;
  }

  @Override
  protected SharedStore anotherNode() {
    return two;
  }

  @Test
  void keysLieBelowAPrefixThatCanBeChanged() {
    RedisStore bank = one.withPrefix("bank:");
    assertThat(one.add("kind.prefix", "mine", LONG)).isTrue();
    assertThat(bank.add("kind.prefix", "the bank's", LONG)).isTrue();
    redis.administer(
        admin -> {
          assertThat(admin.get("eid:kind.prefix")).isEqualTo("mine");
          assertThat(admin.get("bank:kind.prefix")).isEqualTo("the bank's");
        });
  }

  @Test
  void nothingIsKeptForLongerThanWasAsked() {
    assertThat(one.add("kind.ttl", "value", LONG)).isTrue();
    assertThat(one.replace("kind.ttl", "value", "next", Duration.ofMinutes(20))).isTrue();
    redis.administer(
        admin -> assertThat(admin.pttl("eid:kind.ttl")).isBetween(1_100_000L, 1_200_000L));
  }

  @Test
  void replacesWhereRedisHasForgottenTheScript() {
    assertThat(one.add("kind.script", "first", LONG)).isTrue();
    redis.administer(admin -> assertThat(admin.scriptFlush()).isEqualTo("OK"));
    assertThat(one.replace("kind.script", "first", "second", LONG)).isTrue();
    assertThat(one.replace("kind.script", "second", "third", LONG)).isTrue();
  }
}
