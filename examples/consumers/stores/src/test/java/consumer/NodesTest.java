package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import vn.eid.UnavailableException;
import vn.eid.mock.EidMock;
import vn.eid.mock.EidMockTest;
import vn.eid.spi.SharedStore;
import vn.eid.store.jdbc.JdbcStore;
import vn.eid.store.redis.RedisStore;

@EidMockTest
class NodesTest {
  private static final URI CALLBACK = URI.create("https://app.example/callback");

  @Test
  void aLoginBegunOnOneNodeEndsOnTheOther(EidMock mock) throws Exception {
    JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:eid", "sa", "");
    Nodes.makeTable(pool);
    assertEquals(Optional.of("Nguyễn Văn An"), logIn(mock, JdbcStore.of(pool)));
    pool.dispose();
  }

  @Test
  void withoutItsRedisNobodyIsLoggedIn(EidMock mock) {
    RedisClient client = RedisClient.create();
    try (RedisStore store = RedisStore.of(client, RedisURI.create("redis://127.0.0.1:1"))) {
      assertThrows(UnavailableException.class, () -> logIn(mock, store));
    } finally {
      client.shutdown();
    }
  }

  @Test
  void allOfItIsNamedModules() {
    assertTrue(Nodes.class.getModule().isNamed());
    assertEquals("vn.eid.sdk", SharedStore.class.getModule().getName());
    assertEquals("vn.eid.store.jdbc", JdbcStore.class.getModule().getName());
    assertEquals("vn.eid.store.redis", RedisStore.class.getModule().getName());
  }

  private static Optional<String> logIn(EidMock mock, SharedStore store) {
    try (Nodes nodes = Nodes.sharing(store, mock.issuer(), mock.clientId(), mock.clientKeyJwk())) {
      return nodes.logIn(CALLBACK, UUID.randomUUID().toString(), NodesTest::go);
    }
  }

  private static URI go(URI page) {
    try {
      HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
      connection.setInstanceFollowRedirects(false);
      return URI.create(connection.getHeaderField("Location"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
