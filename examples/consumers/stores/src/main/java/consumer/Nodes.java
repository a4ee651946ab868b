package consumer;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.StorageKey;
import vn.eid.login.BrowserSession;
import vn.eid.login.Claim;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;
import vn.eid.spi.SharedStore;
import vn.eid.store.jdbc.JdbcStore;

/** Two nodes behind a balancer, which share a store and nothing else. */
public record Nodes(EidClient one, EidClient two) implements AutoCloseable {
  private static final StorageKey KEY =
      StorageKey.of("a storage key of just 32 bytes..".getBytes(StandardCharsets.US_ASCII));

  public static Nodes sharing(SharedStore store, URI issuer, String clientId, String jwk) {
    EidClient.Builder node =
        EidClient.builder(Environment.sandbox(issuer), clientId, ClientKey.fromJwk(jwk))
            .sharedStore(store, KEY);
    return new Nodes(node.build(), node.build());
  }

  /** Makes the table without Flyway, with the script in the artifact. */
  public static void makeTable(DataSource database) throws IOException, SQLException {
    String script = "migration/h2/V1__eid_shared.sql";
    try (InputStream sql = JdbcStore.class.getResourceAsStream(script);
        Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** One node begins the login, the other one ends it. */
  public Optional<String> logIn(URI callback, String sessionId, UnaryOperator<URI> browser) {
    BrowserSession session = BrowserSession.of(sessionId);
    LoginRequest request = LoginRequest.returningTo(callback).asking(Claim.NAME);
    URI loginPage = one.redirectLogin().start(request, session).authorizationUri();
    LoginOutcome outcome = two.redirectLogin().finish(browser.apply(loginPage), session);
    return outcome instanceof LoginOutcome.Approved approved
        ? approved.identity().name()
        : Optional.empty();
  }

  @Override
  public void close() {
    one.close();
    two.close();
  }
}
