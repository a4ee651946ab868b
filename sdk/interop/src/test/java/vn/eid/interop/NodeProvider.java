package vn.eid.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import vn.eid.ClientKey;

/**
 * oidc-provider, as {@code src/test/node} sets it up: FAPI 2.0, server nonces demanded. Its people
 * decide by themselves.
 */
final class NodeProvider implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TOKEN_LIFE = Duration.ofSeconds(12);

  private final ApplicationKeys clinic = ApplicationKeys.generate();
  private final ApplicationKeys pharmacy = ApplicationKeys.generate();
  private final Inbox inbox = new Inbox();
  private final ServerProcess process;
  private final URI issuer;
  private final URI resource;

  private NodeProvider() throws IOException {
    NodeModules node = NodeModules.installed();
    Path ready = Files.createTempFile(node.directory(), "ready", ".json");
    Files.delete(ready);
    Path settings = Files.createTempFile(node.directory(), "settings", ".json");
    JSON.writeValue(settings.toFile(), settings());
    this.process =
        ServerProcess.start(
            node.directory(),
            Path.of("target/oidc-provider.log"),
            List.of(node.executable(), "server.mjs", settings.toString(), ready.toString()));
    process.await(() -> Files.exists(ready));
    JsonNode addresses = JSON.readTree(ready.toFile());
    this.issuer = URI.create(addresses.required("issuer").asText());
    this.resource = URI.create(addresses.required("resource").asText());
  }

  static NodeProvider start() {
    try {
      return new NodeProvider();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An application whose id tokens can be read by everybody, and that polls for push logins. */
  TestedProvider clinic() {
    return new Client("clinic", clinic.signing());
  }

  /** One whose id tokens are encrypted, and that is pinged. */
  TestedProvider pharmacy() {
    return new Client("pharmacy", pharmacy.signingAndDecrypting());
  }

  private Map<String, Object> settings() {
    return Map.of(
        "keySets",
        Map.of("clinic", clinic.published(), "pharmacy", pharmacy.published()),
        "application",
        inbox.address("/").toString(),
        "accessTokenSeconds",
        TOKEN_LIFE.toSeconds());
  }

  private void seat(Person person) {
    try {
      Jsoup.connect(issuer + "/seat?number=" + person.number()).ignoreContentType(true).execute();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
    inbox.close();
  }

  private final class Client extends Registered {

    Client(String clientId, ClientKey key) {
      super(issuer, clientId, key);
    }

    @Override
    public URI visit(Browser browser, URI page, Person person) {
      seat(person);
      return browser.open(page);
    }

    @Override
    public URI protectedApi() {
      return resource.resolve("/sandbox/v1/echo");
    }

    @Override
    public String[] scopes() {
      return new String[] {"sandbox", "offline_access"};
    }

    @Override
    public Duration accessTokenLife() {
      return TOKEN_LIFE;
    }

    @Override
    public Inbox inbox() {
      return inbox;
    }

    @Override
    public void logOutAtProvider(Browser browser, Person person) {
      browser.open(LogoutPage.of(issuer + "/session/end", clientId));
    }
  }
}
