package vn.eid.store.redis;

import org.junit.jupiter.api.Test;
import vn.eid.contract.PublicApi;

class PublicApiTest {
  @Test
  void thePublicApiIsTheOneInTheFile() throws Exception {
    PublicApi.isTheOneInTheFile(RedisStore.class);
  }
}
