package vn.eid.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import vn.eid.ClientKey;

/**
 * Keycloak under its own FAPI 2.0 policy with DPoP, as {@code src/test/keycloak} says. A person
 * types name and password, is asked for consent, and confirms a logout.
 */
final class KeycloakProvider implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path REALM = Path.of("src/test/keycloak/realm.json");
  private static final String OPENID = "/protocol/openid-connect";

  private final Map<String, ApplicationKeys> keys =
      Map.of(
          "clinic", ApplicationKeys.generate(),
          "pharmacy", ApplicationKeys.generate(),
          "kiosk", ApplicationKeys.generate());
  private final Inbox inbox = new Inbox();
  private final ServerProcess process;
  private final URI issuer;
  private final Duration tokenLife;

  private KeycloakProvider() throws IOException {
    Path home = Path.of(System.getProperty("keycloak.home", "")).toAbsolutePath();
    int port = freePort();
    this.issuer = URI.create("http://127.0.0.1:" + port + "/realms/eid");
    ObjectNode realm = (ObjectNode) JSON.readTree(REALM.toFile());
    this.tokenLife = Duration.ofSeconds(realm.required("accessTokenLifespan").asLong());
    importRealm(realm, home.resolve("data/import"));
    this.process =
        ServerProcess.start(
            home,
            Path.of("target/keycloak.log"),
            List.of(
                "sh",
                "bin/kc.sh",
                "start-dev",
                "--db=dev-mem",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--import-realm"));
    process.await(this::isReady);
  }

  static KeycloakProvider start() {
    try {
      return new KeycloakProvider();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An application whose id tokens tell the person's name, asked for or not. */
  TestedProvider clinic() {
    return new Client("clinic", keys("clinic").signing());
  }

  /** One whose id tokens are encrypted. */
  TestedProvider pharmacy() {
    return new Client("pharmacy", keys("pharmacy").signingAndDecrypting());
  }

  /** One whose id tokens tell no more than a pseudonym. */
  TestedProvider kiosk() {
    return new Client("kiosk", keys("kiosk").signing());
  }

  private ApplicationKeys keys(String clientId) {
    return Objects.requireNonNull(keys.get(clientId));
  }

  private void importRealm(ObjectNode realm, Path directory) throws IOException {
    for (JsonNode client : realm.required("clients")) {
      String id = client.required("clientId").asText();
      ObjectNode attributes = (ObjectNode) client.required("attributes");
      attributes.put("jwks.string", JSON.writeValueAsString(keys(id).published()));
      attributes.put("backchannel.logout.url", inbox.address("/" + id + "/logout").toString());
    }
    Files.createDirectories(directory);
    JSON.writeValue(directory.resolve("eid-realm.json").toFile(), realm);
  }

  private boolean isReady() {
    try {
      Jsoup.connect(issuer + "/.well-known/openid-configuration").ignoreContentType(true).execute();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Connection fillIn(FormElement form, Person person) {
    if (form.selectFirst("[name=confirmLogout]") != null) {
      return form.submit().data("confirmLogout", "yes");
    }
    if (form.selectFirst("[name=password]") == null) {
      return form.submit().data(person == Person.DECLINING ? "cancel" : "accept", "yes");
    }
    // Who has to prove themselves again is not asked for the name.
    form.select("[name=username]").val(person.number());
    form.expectFirst("[name=password]").val(person.number());
    return form.submit();
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
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
      return browser.open(page, form -> fillIn(form, person));
    }

    /** It has no API of the sandbox; its userinfo is one to the session. */
    @Override
    public URI protectedApi() {
      return URI.create(issuer + OPENID + "/userinfo");
    }

    @Override
    public String[] scopes() {
      // It gives refresh tokens by itself; those of offline_access it lets outlive a logout.
      return new String[0];
    }

    @Override
    public Duration accessTokenLife() {
      return tokenLife;
    }

    @Override
    public Inbox inbox() {
      return inbox;
    }

    @Override
    public void logOutAtProvider(Browser browser, Person person) {
      visit(browser, LogoutPage.of(issuer + OPENID + "/logout", clientId), person);
    }
  }
}
