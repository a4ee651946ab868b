package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.Portal;
import vn.eid.mock.Main;

/** An application that is built on the SDK, under examination by the mock server. */
class ExaminedPortalTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final HttpServer socket = Portal.socket();
  private final ECKey signing = key("portal-sig", KeyUse.SIGNATURE);
  private final ECKey decrypting = key("portal-enc", KeyUse.ENCRYPTION);

  @TempDir private Path folder;
  private Portal portal;
  private int port;

  @BeforeEach
  void open() throws IOException {
    port = freePort();
    ClientKey key =
        ClientKey.fromJwk(signing.toJSONString())
            .alsoDecryptingWith(ClientKey.fromJwk(decrypting.toJSONString()));
    URI issuer = URI.create("http://127.0.0.1:" + port);
    portal =
        Portal.open(
            socket, EidClient.builder(Environment.sandbox(issuer), "demo-client", key).build());
  }

  @AfterEach
  void close() {
    portal.close();
  }

  @Test
  void refusesAllThatMustBeRefused() throws IOException {
    int status = examine("--encrypt-id-tokens", "ECDH-ES");
    assertThat(said.toString(StandardCharsets.UTF_8))
        .doesNotContain("ACCEPTED", "too strict")
        // The SDK has discovery and keys by then, and lets no token make it fetch them again; keys
        // for half a minute, which is over on a slow machine.
        .containsPattern(
            "Refused (\\d+) of \\1; not tried: discovery plain http, keys unusable beside"
                + "(, keys several without kid)?\\.");
    assertThat(status).isZero();
  }

  private int examine(String... more) throws IOException {
    List<String> args =
        new ArrayList<>(
            List.of(
                "examine",
                "--login-url",
                Portal.page(socket, "/login").toString(),
                "--success-url",
                Portal.page(socket, "/home").toString(),
                "--webhook-url",
                Portal.page(socket, "/webhook").toString(),
                "--redirect-uri",
                Portal.page(socket, "/callback").toString(),
                "--client-keys",
                publicKeys().toString(),
                "--port",
                String.valueOf(port)));
    args.addAll(List.of(more));
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return Main.run(args.toArray(String[]::new), out, out);
  }

  private Path publicKeys() throws IOException {
    JWKSet keys = new JWKSet(List.of(signing, decrypting)).toPublicJWKSet();
    return Files.writeString(folder.resolve("keys.json"), keys.toString());
  }

  private static ECKey key(String kid, KeyUse use) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(kid).keyUse(use).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
