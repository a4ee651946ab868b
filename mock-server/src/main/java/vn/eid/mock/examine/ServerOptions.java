package vn.eid.mock.examine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.eid.mock.MockOptions;

/** The options that say which server the application is set up for. */
final class ServerOptions {
  @Option(
      names = "--port",
      defaultValue = "8080",
      paramLabel = "PORT",
      description = "the port of the issuer that the application is set up for (default: 8080)")
  private int port = 8080;

  @Option(
      names = "--redirect-uri",
      paramLabel = "URI",
      description = "register the application's callback; several times")
  private List<String> redirectUris = new ArrayList<>();

  @Option(
      names = "--client-keys",
      paramLabel = "FILE",
      description =
          "register the public keys of the application, a JWKS; without it, the application takes"
              + " its key from /__admin/eid/client")
  private @Nullable Path clientKeys;

  @Option(
      names = "--encrypt-id-tokens",
      paramLabel = "ALG",
      description = "encrypt id tokens with ECDH-ES or RSA-OAEP-256, and try those faults too")
  private @Nullable String encryption;

  /**
   * What the server is started with.
   *
   * @throws IllegalArgumentException if a value is none
   * @throws IOException if the file of keys cannot be read
   */
  MockOptions options() throws IOException {
    MockOptions options = MockOptions.defaults().port(port);
    for (String uri : redirectUris) {
      options = options.redirectUri(uri);
    }
    if (clientKeys != null) {
      options = options.clientKeys(Files.readString(clientKeys));
    }
    return encryption == null ? options : options.encryptIdTokens(encryption);
  }
}
