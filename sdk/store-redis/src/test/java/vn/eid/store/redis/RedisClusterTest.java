package vn.eid.store.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import vn.eid.contract.ClusterContract;
import vn.eid.contract.StoreOpener;
import vn.eid.spi.SharedStore;

class RedisClusterTest extends ClusterContract {
  private final Redis redis;

  RedisClusterTest() throws IOException {
    redis = Redis.start();
  }

  @AfterAll
  void stopRedis() throws Exception {
    redis.close();
  }

  @Override
  protected StoreOpener opener() {
    return new Opener();
  }

  @Override
  protected String makeStore() {
    return redis.address();
  }

  @Override
  protected void stopStore() throws Exception {
    redis.down();
  }

  @Override
  protected void startStore() throws Exception {
    redis.up();
  }

  static final class Opener implements StoreOpener {
    @Override
    public SharedStore open(String address) {
      return RedisStore.of(RedisClient.create(), RedisURI.create(address));
    }
  }
}
