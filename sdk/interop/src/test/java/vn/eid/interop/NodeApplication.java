package vn.eid.interop;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A web application on Node that logs people in with the package openid-client. */
final class NodeApplication implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ServerProcess process;
  private final String address;

  /**
   * Starts it.
   *
   * @param checksSignatures whether the library is told to check the signature of an id token that
   *     comes straight from the provider; by default it does not (OpenID Connect Core 1.0, section
   *     3.1.3.7, number 6)
   */
  NodeApplication(String issuer, ECKey key, boolean checksSignatures) throws IOException {
    NodeModules node = NodeModules.installed();
    Path ready = Files.createTempFile(node.directory(), "application", ".json");
    Files.delete(ready);
    Path settings = Files.createTempFile(node.directory(), "settings", ".json");
    JSON.writeValue(
        settings.toFile(),
        Map.of(
            "issuer",
            issuer,
            "clientId",
            "demo-client",
            "key",
            key.toJSONObject(),
            "checksSignatures",
            checksSignatures));
    this.process =
        ServerProcess.start(
            node.directory(),
            Path.of("target/openid-client.log"),
            List.of(node.executable(), "application.mjs", settings.toString(), ready.toString()));
    process.await(() -> Files.exists(ready));
    this.address = JSON.readTree(ready.toFile()).required("application").asText();
  }

  String address(String path) {
    return address + path;
  }

  @Override
  public void close() {
    process.close();
  }
}
