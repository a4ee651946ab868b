package vn.eid.benchmarks.mock;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Keycloak, which is no mock but what many test against: in its development mode, its database in
 * memory, with two clients in a realm of its own. Without FAPI and DPoP, which would cost it more.
 */
final class Keycloak implements MockContender {
  static final String LABEL = "Keycloak";

  private static final String SECRET_CLIENT = "by-secret";
  private static final String KEY_CLIENT = "by-key";
  private static final String SECRET = "a secret of the benchmark";

  private final Path home;
  private final JWK key = TokenKeys.EC.generate();
  private final List<MockLoad> loads;

  private Keycloak(Path home) throws JOSEException {
    this.home = home;
    this.loads =
        List.of(
            KeycloakTokenLoad.withSecret(SECRET_CLIENT, SECRET),
            KeycloakTokenLoad.withKey(KEY_CLIENT, key),
            new MetadataLoad());
  }

  /** The distribution that the build has unpacked in a folder; the first that is there. */
  static Keycloak in(Path folder) throws IOException, JOSEException {
    try (Stream<Path> all = Files.list(folder)) {
      Path home =
          all.filter(it -> Files.exists(it.resolve("bin/kc.sh")))
              .findFirst()
              .orElseThrow(() -> new IOException("No Keycloak in " + folder));
      return new Keycloak(home.toAbsolutePath());
    }
  }

  @Override
  public String label() {
    return LABEL;
  }

  @Override
  public MockProcess start() throws IOException, InterruptedException {
    int port = MockProcess.freePort();
    importRealm();
    return MockProcess.startCommand(
        List.of(
            "sh",
            home.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--db=dev-mem",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--log-level=error",
            "--import-realm"),
        // With 256 MB as the others have it, it runs out of memory.
        Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS_KC_HEAP", "-Xmx512m"),
        URI.create("http://127.0.0.1:" + port + "/realms/eid"));
  }

  @Override
  public List<MockLoad> loads() {
    return loads;
  }

  private void importRealm() throws IOException {
    Path folder = Files.createDirectories(home.resolve("data/import"));
    Map<String, Object> realm =
        Map.of(
            "realm", "eid",
            "enabled", true,
            "sslRequired", "none",
            "defaultSignatureAlgorithm", "ES256",
            "clients", List.of(bySecret(), byKey()));
    new ObjectMapper().writeValue(folder.resolve("eid-realm.json").toFile(), realm);
  }

  private static Map<String, Object> bySecret() {
    return Map.of(
        "clientId",
        SECRET_CLIENT,
        "serviceAccountsEnabled",
        true,
        "clientAuthenticatorType",
        "client-secret",
        "secret",
        SECRET);
  }

  private Map<String, Object> byKey() {
    String published = Objects.requireNonNull(new JWKSet(key).toString(true));
    return Map.of(
        "clientId",
        KEY_CLIENT,
        "serviceAccountsEnabled",
        true,
        "clientAuthenticatorType",
        "client-jwt",
        "attributes",
        Map.of(
            "use.jwks.string", "true",
            "jwks.string", published,
            "token.endpoint.auth.signing.alg", "ES256"));
  }
}
