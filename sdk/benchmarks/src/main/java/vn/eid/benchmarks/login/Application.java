package vn.eid.benchmarks.login;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The application where somebody logs in, as it is registered.
 *
 * @param issuer where they log in
 * @param key the application's, as a JWK
 */
public record Application(URI issuer, String clientId, String key) {
  /** Where the browser comes back to. */
  public static final URI CALLBACK = URI.create("https://app.example/callback");

  /** {@code issuer clientId keyFile}. */
  public static Application of(String[] args) throws IOException {
    return new Application(URI.create(args[0]), args[1], Files.readString(Path.of(args[2])));
  }
}
